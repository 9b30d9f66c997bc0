namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // People, units, terminals, accounts, settings
    private static AccessRow[] Registers =>
    [

    ];
}
