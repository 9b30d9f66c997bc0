namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // 決裁・審査, the case file and its papers
    private static AccessRow[] Deciding =>
    [

    ];
}
