namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // Signing in and the own credentials
    private static AccessRow[] SignIn =>
    [

    ];
}
