namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // Signing in and the own credentials
    private static AccessRow[] SignIn =>
    [
        new("GET /sign-in", Seats.Public),
        new("POST /sign-in", Seats.Public),
        new("POST /sign-in?sample", Seats.Public),
        new("POST /sign-in?passkey", Seats.Public),
        new("POST /sign-in?passkeyoptions", Seats.Public),
        new("GET /sign-in/code", Seats.Public),
        new("POST /sign-in/code", Seats.Public),
        new("GET /sign-out", Seats.Public),
        new("POST /sign-out", Seats.Public),
        new("GET /security", Seats.Staff),
        new("POST /security?password", Seats.Staff),
        new("POST /security?passkeyoptions", Seats.Staff),
        new("POST /security?addpasskey", Seats.Staff),
        new("POST /security?removepasskey", Seats.Staff),
        new("GET /security/authenticator", Seats.Staff),
        new("POST /security/authenticator", Seats.Staff),
        new("POST /security/authenticator?renew", Seats.Staff),
        new("GET /security/recovery-codes", Seats.Staff),
        new("POST /security/recovery-codes", Seats.Staff),
    ];
}
