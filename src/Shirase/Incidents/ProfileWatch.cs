using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Regulations;
using Shirase.Outbox;
using Shirase.Storage;
using Shirase.Storage.Instances;

namespace Shirase.Incidents;

/// <summary>
/// Compares what an account says about itself on its platform with its regulation (gx-8-1-2, gx-p-2-2, ok-4-6-a, to-7-1-a-2). What is
/// missing becomes a task; a change that nobody announced may be a takeover and is told at once.
/// </summary>
public sealed class ProfileWatch(
    ShiraseDb db, RegulationLibrary library, AccountProfiles profiles, StandingFindings findings, ReadingOperators operators, IncidentNotices notices, InstanceFence fence,
    IOptions<WatchOptions> options, TimeProvider clock) : IJobHandler
{
    public const string Kind = "watch-profile";

    /// <summary>Days between two looks; a setting of the regulation, daily where it is silent.</summary>
    public const string Rhythm = "profile-look-days";

    public static Job JobFor(OfficialAccount account, DateTimeOffset now) =>
        new(NamedId.Of($"{Kind}/{account.Id}"), account.Body, Kind, account.Id.Value, now, now);

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        var now = clock.GetUtcNow().Truncated();
        var id = new AccountId(job.Subject);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (account is not { State: not AccountState.Deleted })
        {
            return null;
        }

        if (library.InForce(account.Regulation, now.JapanDay()) is { Profile.Count: > 0 } regulation
            && await fence.ClosedAsync(ct) is null && await IsDueAsync(id, regulation, now, ct) && !await LookAsync(account, regulation, now, ct))
        {
            return now.AddHours(1);
        }

        var begins = JapanTime.StartOf(now.JapanDay()) + options.Value.LookAt;
        return (now < begins ? begins : begins.AddDays(1)).ToUniversalTime();
    }

    /// <summary>Looks at it now and keeps what was seen; false when platform or website did not answer.</summary>
    public async Task<bool> LookAsync(OfficialAccount account, Regulation regulation, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            if (await profiles.LookAsync(account, regulation, now.JapanDay(), ct) is { } look)
            {
                var names = await operators.ReadAsync(account, regulation, look.Profile, now.JapanDay(), ct);
                await SaveAsync(account, regulation, look.Profile, look.Lacks, names, now, ct);
            }

            return true;
        }
        catch (ChannelUnreachableException)
        {
            return false;
        }
    }

    // What is wrong is looked at every day, so that its task ends when it is mended
    private async Task<bool> IsDueAsync(AccountId id, Regulation regulation, DateTimeOffset now, CancellationToken ct)
    {
        var look = await db.ProfileLooks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct);
        return look?.At is not { } last || look.HasLacks || now.JapanDay().DayNumber - last.JapanDay().DayNumber >= regulation.Number(Rhythm, 1);
    }

    private async Task SaveAsync(
        OfficialAccount account, Regulation regulation, PlatformProfile profile, IReadOnlyList<ProfileLack> lacks, (OperatorNames Names, string Clause)? operated,
        DateTimeOffset now, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(account.Body, ct);
        var look = await db.ProfileLooks.SingleOrDefaultAsync(l => l.Id == account.Id, ct);
        if (look is null)
        {
            db.Add(look = new ProfileLook(account.Id, account.Body));
        }

        if (look.Saw(profile, [.. lacks.Select(l => l.Rule.Id)], now))
        {
            await TellChangeAsync(account, regulation, now, ct);
        }

        var (follows, says) = (lacks.Where(l => l.Rule.Aspect == ProfileAspect.FollowsNobody).ToList(), lacks.Where(l => l.Rule.Aspect != ProfileAspect.FollowsNobody).ToList());
        await findings.NoteAsync(
            account, "account.profile-differs", "account.profile-restored", [.. says.Select(l => l.Words.Ja)],
            new(
                $"@{account.Handle} のプロフィール欄に、次のものが見当たりません：{string.Join('、', says.Select(l => l.Words.Ja))}。直す文の案は、アカウントの「プロフィール」の画面にあります。",
                $"The profile of @{account.Handle} does not show: {string.Join(", ", says.Select(l => l.Words.En))}. A proposal stands on the page Profile of the account."),
            says.FirstOrDefault()?.Rule.Clause, now, ct);
        await findings.NoteAsync(
            account, "account.follows-somebody", "account.follows-nobody", [.. follows.Select(l => l.Words.Ja)],
            new(
                $"@{account.Handle} が{string.Concat(follows.Select(l => l.Words.Ja))}。フォローを外してください。",
                $"@{account.Handle}: {string.Concat(follows.Select(l => l.Words.En))}. Stop following."),
            follows.FirstOrDefault()?.Rule.Clause, now, ct);
        if (operated is var (names, clause))
        {
            // Another name in one of the places is another finding: the report holds all three as they are now
            var report = names.Report(account.Handle);
            await findings.NoteAsync(account, ReadingOperators.Differs, ReadingOperators.Restored, names.Differing.Count == 0 ? [] : [report.Ja], report, clause, now, ct);
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
    }

    private async Task TellChangeAsync(OfficialAccount account, Regulation regulation, DateTimeOffset now, CancellationToken ct)
    {
        var clause = regulation.ClauseFor("verb:own-profile-change") ?? regulation.ClauseFor("record:profile-watch");
        db.Record(account.Body, now, "account.profile-changed", $"account/{account.Id}", new { clause });
        await notices.SayAsync(
            account, "incident.account.profile-changed",
            new(
                $"【至急】@{account.Handle} のプロフィールが変わりました。当方の変更なら、アカウントの「プロフィール」の画面に記録してください。だれも知らないときは乗っ取りを疑い、アカウントを停止してください。",
                $"URGENT: the profile of @{account.Handle} has changed. If it was one of ours, record it on the page Profile of the account; if nobody knows, suspect a takeover and stop the account."),
            clause, now, ct);
    }
}

/// <summary>One look a day at every connected account.</summary>
public sealed class StandingProfileWatches(ShiraseDb db, AccountProfiles profiles) : IStandingJobs
{
    public async Task<IReadOnlyList<Job>> ListAsync(DateTimeOffset now, CancellationToken ct) =>
        [.. (await db.Accounts.AsNoTracking().Where(a => a.State != AccountState.Deleted && a.Service != null).ToListAsync(ct))
            .Where(a => profiles.ReaderOf(a) is not null).Select(a => ProfileWatch.JobFor(a, now))];
}
