using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Regulations;

/// <summary>The messages that a body filed, as a replay judges them: by the words that were filed last, at the moment they were filed.</summary>
public sealed class PastMessages(ShiraseDb db)
{
    private const int AtOnce = 500;

    /// <summary>The last messages filed under a regulation, newest first.</summary>
    /// <param name="regulation">The version whose composition makes the outgoing text.</param>
    /// <param name="most">Most messages.</param>
    /// <param name="progress">Hears how many were read; null for nobody.</param>
    public async Task<IReadOnlyList<PastMessage>> ReadAsync(BodyId body, Regulation regulation, int most, Action<int>? progress, CancellationToken ct)
    {
        if (await db.Bodies.AsNoTracking().SingleOrDefaultAsync(b => b.Id == body, ct) is not { } office)
        {
            return [];
        }

        var units = await db.Units.AsNoTracking().Where(u => u.Body == body).ToDictionaryAsync(u => u.Id, ct);
        var named = await db.PublicBodies.AsNoTracking().Where(b => b.Body == body).ToDictionaryAsync(b => b.Id, ct);
        var messages = new List<PastMessage>();
        while (messages.Count < most)
        {
            var some = await db.Applications.AsNoTracking().AsSplitQuery().Include(a => a.Versions).Include(a => a.Decisions)
                .Where(a => a.Body == body && a.Regulation == regulation.Slug && a.SubmittedAt != null)
                .OrderByDescending(a => a.SubmittedAt).ThenByDescending(a => a.Id)
                .Skip(messages.Count).Take(Math.Min(AtOnce, most - messages.Count)).ToListAsync(ct);
            messages.AddRange(some.Select(a => Message(a, regulation, office, units[a.Unit], a.Current.Content.PublicBody is { } id ? named.GetValueOrDefault(id) : null)));
            progress?.Invoke(messages.Count);
            if (some.Count < AtOnce)
            {
                break;
            }
        }

        return messages;
    }

    private static PastMessage Message(PostApplication application, Regulation regulation, Body body, Unit unit, PublicBody? named)
    {
        var content = application.Current.Content;
        var filed = application.SubmittedAt!.Value;

        // What stood there when it was decided: nobody asks the platform today
        var repost = content.Repost is { } target ? new RepostFacts(target.DecidingHandle, named?.Class, named?.Name, true, true) : null;
        var subject = Screening.SubjectOf(regulation, content, unit, body, named, Stage.Send, filed, application.PressReleasedAt, repost, corrects: application.CorrectionOf);
        return new(application.Id.Value, application.Number, subject, application.Route, content.Ground, StepsOf(application));
    }

    // From one decision to the next; a step that was passed twice took both times
    private static Dictionary<string, TimeSpan> StepsOf(PostApplication application)
    {
        var steps = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        var since = application.SubmittedAt!.Value;
        foreach (var decision in application.Decisions.OrderBy(d => d.Order).Where(d => d.At >= since && d.Step.Length > 0 && d.Verb is not Verb.Submit))
        {
            steps[decision.Step] = steps.GetValueOrDefault(decision.Step) + (decision.At - since);
            since = decision.At;
        }

        return steps;
    }
}
