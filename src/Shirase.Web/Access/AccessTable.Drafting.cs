namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // 起案: the application form and the lists of applications
    private static AccessRow[] Drafting =>
    [

    ];
}
