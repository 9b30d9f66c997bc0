using Shirase.Core;
using Shirase.Operations.Telemetry;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>Sign-ins in the journal: who, by which means, when; and when somebody was locked out.</summary>
public sealed class SignInRecords(ShiraseDb db, TimeProvider clock, Measures measures)
{
    public Task SucceededAsync(SignIn user, string means, CancellationToken ct) => RecordAsync(user, "sign-in.succeeded", new { means }, ct);

    public Task FailedAsync(SignIn user, bool isLocked, CancellationToken ct)
    {
        Refused(isLocked ? "locked" : "wrong");
        return RecordAsync(user, isLocked ? "sign-in.locked" : "sign-in.failed", null, ct);
    }

    /// <summary>Where nobody is known in whose journal it could stand, it is counted at least.</summary>
    /// <param name="why"><c>unknown</c>, <c>passkey</c> or <c>address</c>.</param>
    public void Refused(string why) => measures.SignInRefused(why);

    public Task ChangedAsync(SignIn user, string what, CancellationToken ct) => RecordAsync(user, what, null, ct);

    private async Task RecordAsync(SignIn user, string verb, object? detail, CancellationToken ct)
    {
        db.Record(user.Body, new Act(user.Staff, clock.GetUtcNow()), verb, $"staff/{user.Staff}", detail);
        await db.SaveChangesAsync(ct);
    }
}
