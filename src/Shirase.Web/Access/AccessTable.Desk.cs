namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // 発信: the publisher's desk, error reports, the practice timeline
    private static AccessRow[] Desk =>
    [

    ];
}
