namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // Journal, regulations, register of public bodies, search
    private static AccessRow[] Records =>
    [

    ];
}
