using Shirase.Core;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>Sign-ins in the journal: who, by which means, when; and when somebody was locked out.</summary>
public sealed class SignInRecords(ShiraseDb db, TimeProvider clock)
{
    public Task SucceededAsync(SignIn user, string means, CancellationToken ct) => RecordAsync(user, "sign-in.succeeded", new { means }, ct);

    public Task FailedAsync(SignIn user, bool isLocked, CancellationToken ct) =>
        RecordAsync(user, isLocked ? "sign-in.locked" : "sign-in.failed", null, ct);

    public Task ChangedAsync(SignIn user, string what, CancellationToken ct) => RecordAsync(user, what, null, ct);

    private async Task RecordAsync(SignIn user, string verb, object? detail, CancellationToken ct)
    {
        db.Record(user.Body, new Act(user.Staff, clock.GetUtcNow()), verb, $"staff/{user.Staff}", detail);
        await db.SaveChangesAsync(ct);
    }
}
