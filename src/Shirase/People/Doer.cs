using Shirase.Core;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>Who changes the register of a body, and when.</summary>
/// <param name="Body">The body whose register it is.</param>
/// <param name="Staff">The person, or null for the command line and the first installation.</param>
/// <param name="At">The moment, from the caller's clock.</param>
public sealed record Doer(BodyId Body, StaffId? Staff, DateTimeOffset At)
{
    /// <summary>The day in Japan, by which postings and appointments are counted.</summary>
    public DateOnly Today => At.JapanDay();
}

internal static class Journalling
{
    public static void Record(this ShiraseDb db, Doer doer, string verb, string subject, object? detail = null)
    {
        if (doer.Staff is { } by)
        {
            db.Record(doer.Body, new Act(by, doer.At), verb, subject, detail);
        }
        else
        {
            db.Record(doer.Body, doer.At, verb, subject, detail);
        }
    }
}
