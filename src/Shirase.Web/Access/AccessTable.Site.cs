namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // The public site
    private static AccessRow[] Site =>
    [

    ];
}
