using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Records;

/// <summary>根拠シート: for one case, each clause that applied, how it was kept, by whom and when.</summary>
/// <param name="Number">整理番号.</param>
/// <param name="Regulation">Slug and version under which the case runs.</param>
/// <param name="ContentHash">SHA-256 of the content that the lines speak of.</param>
/// <param name="Lines">In clause order.</param>
public sealed record EvidenceSheet(string Number, string Regulation, string Version, string ContentHash, IReadOnlyList<EvidenceLine> Lines);

/// <summary>How one clause was kept by one means.</summary>
/// <param name="Clause">Clause id.</param>
/// <param name="Reference">As cited.</param>
/// <param name="Means"><c>check</c>, <c>gate</c>, <c>person</c> or <c>record</c>.</param>
/// <param name="Kept">False when it is not, or not yet.</param>
/// <param name="How">What shows it.</param>
/// <param name="By">Who, where a person acted.</param>
/// <param name="At">When.</param>
public sealed record EvidenceLine(
    string Clause, string Reference, string Means, bool Kept, Localized How, StaffId? By, DateTimeOffset? At);

/// <summary>Draws up evidence sheets. Pure.</summary>
public static class Evidence
{
    /// <param name="findings">Findings of the current content at the stage of sending.</param>
    /// <param name="deliveries">Every delivery of the case with the name of its account and its gate lines.</param>
    /// <param name="error">What was done about an error in it; null where that is not asked.</param>
    public static EvidenceSheet Of(
        Regulation regulation,
        PostApplication application,
        IReadOnlyList<Finding> findings,
        IReadOnlyList<(PostDelivery Delivery, Localized Account, IReadOnlyList<GateLine> Gate)> deliveries,
        ErrorCourse? error = null)
    {
        var lines = Checks(regulation, application, findings)
            .Concat(Confirmations(regulation, application))
            .Concat(Decisions(application))
            .Concat(deliveries.SelectMany(d => Gates(d.Delivery, d.Account, d.Gate)))
            .Concat(deliveries.SelectMany(d => Outcomes(regulation, application, d.Delivery)))
            .Concat(error is null ? [] : Errors(regulation, error))
            .Where(l => regulation.Clause(l.Clause) is not null)
            .Select(l => l with { Reference = regulation.Clause(l.Clause)!.Reference })
            .OrderBy(l => regulation.OrderOf(l.Clause))
            .ThenBy(l => l.At ?? DateTimeOffset.MinValue)
            .ToList();
        return new(application.Number, regulation.Slug, regulation.Version, application.Current.Hash, lines);
    }

    private static IEnumerable<EvidenceLine> Checks(Regulation regulation, PostApplication application, IReadOnlyList<Finding> findings)
    {
        var kind = application.Current.Content.Kind == PostKind.Repost ? "repost" : "post";
        foreach (var rule in regulation.Checks.Where(r => r.Kinds.Count == 0 || r.Kinds.Contains(kind)))
        {
            var hits = findings.Where(f => f.Rule == rule.Id).ToList();
            if (hits.Count == 0)
            {
                yield return new(rule.Clause, "", "check", true, new($"点検「{rule.Check}」該当なし", $"Check \"{rule.Check}\": nothing found"), null, application.SubmittedAt);
            }

            foreach (var hit in hits)
            {
                var reason = application.Current.Content.KeptReasons.GetValueOrDefault(hit.Key, "");
                yield return new(rule.Clause, "", "check", reason.Length > 0 || hit.Effect is Effect.Inform or Effect.Attest,
                    new($"{hit.Message.Ja}　残す理由：{Or(reason)}", $"{hit.Message.En} Reason to keep it: {Or(reason)}"), application.Author, application.SubmittedAt);
            }
        }
    }

    private static IEnumerable<EvidenceLine> Confirmations(Regulation regulation, PostApplication application)
    {
        var reached = application.StandingApprovals().Select(d => d.Step).Append("application").ToHashSet(StringComparer.Ordinal);
        foreach (var attestation in regulation.Attestations.Where(a => reached.Contains(a.Step)))
        {
            var c = application.ConfirmationOf(attestation.Id);
            yield return new(attestation.Clause, "", "person", c is not null,
                new($"確認「{attestation.Statement.Ja}」{(c?.Note is { Length: > 0 } n ? $"（{n}）" : "")}", $"Confirmed: {attestation.Statement.En}"), c?.By, c?.At);
        }
    }

    private static IEnumerable<EvidenceLine> Decisions(PostApplication application) =>
        application.Decisions.Where(d => d.Clause is not null).Select(d => new EvidenceLine(
            d.Clause!, "", "person", true, new($"{VerbWords.Of(d).Ja}{(d.Opinion.Length > 0 ? $"「{d.Opinion}」" : "")}", $"{VerbWords.Of(d).En}{(d.Opinion.Length > 0 ? $": {d.Opinion}" : "")}"), d.By, d.At));

    private static IEnumerable<EvidenceLine> Gates(PostDelivery delivery, Localized account, IReadOnlyList<GateLine> gate) =>
        gate.Where(g => g.Clause is not null).Select(g => new EvidenceLine(
            g.Clause!, "", "gate", g.Passed, new($"発信条件「{g.Title.Ja}」{g.Detail.Ja}（{account.Ja}）", $"Gate \"{g.Title.En}\": {g.Detail.En} ({account.En})"), delivery.OrderedBy, delivery.PublishedAt ?? delivery.OrderedAt));

    private static IEnumerable<EvidenceLine> Outcomes(Regulation regulation, PostApplication application, PostDelivery delivery)
    {
        if (delivery.PublishedAt is { } at && (regulation.Route(application.Route)?.Steps[^1].Clause ?? regulation.ClauseFor("verb:publish")) is { } publish)
        {
            yield return new(publish, "", "record", true, new($"投稿 {delivery.Address}", $"Published {delivery.Address}"), delivery.OrderedBy, at);
        }

        if (delivery.ReadBackAt is { } read && regulation.ClauseFor("record:read-back") is { } readBack)
        {
            yield return new(readBack, "", "record", delivery.ReadBackMatches, delivery.ReadBackMatches
                ? new("掲載後に読み返し、承認した文面と一致", "Read back: equal to the approved text")
                : new("掲載後に読み返し、承認した文面と不一致", "Read back: differs from the approved text"), null, read);
        }

        if (delivery.RemovalOrderedAt is not null && regulation.ClauseFor("verb:remove") is { } remove)
        {
            yield return new(remove, "", "record", delivery.RemovedAt is not null, delivery.RemovedAt is null
                ? new("削除を指示、確認中", "Removal ordered, not verified yet")
                : new("削除し、消えたことを確認", "Removed and verified gone"), delivery.RemovalBy, delivery.RemovedAt ?? delivery.RemovalOrderedAt);
        }
    }

    private static IEnumerable<EvidenceLine> Errors(Regulation regulation, ErrorCourse error)
    {
        foreach (var report in error.Reports.Where(_ => regulation.ClauseFor("verb:report-error") is not null))
        {
            yield return new(regulation.ClauseFor("verb:report-error")!, "", "person", !report.IsOpen,
                new($"誤りの申出「{report.Text}」", $"Error reported: {report.Text}"), report.By, report.At);
        }

        foreach (var delivery in error.Deliveries.Where(d => d.ByHandBy is not null && regulation.ClauseFor("verb:remove-by-hand") is not null))
        {
            yield return new(regulation.ClauseFor("verb:remove-by-hand")!, "", "person", delivery.RemovedAt is not null,
                new($"手作業で削除「{delivery.ByHandSeen}」", $"Deleted by hand: {delivery.ByHandSeen}"), delivery.ByHandBy, delivery.ByHandAt);
        }

        if (error.Correction is { } correction && regulation.ClauseFor("verb:correct") is { } correct)
        {
            yield return new(correct, "", "record", error.CorrectedAt is not null,
                new($"訂正（誤）{correction.Wrong}（正）{correction.Right}", $"Correction: wrong {correction.Wrong}; right {correction.Right}"), correction.WrittenBy, error.CorrectedAt ?? correction.WrittenAt);
            if (regulation.ClauseFor("verb:announce-correction") is { } announce)
            {
                yield return new(announce, "", "record", correction.AnnouncedAt is not null,
                    new("訂正のお知らせをウェブサイトに掲載", "Notice of the correction on the website"), correction.AnnouncedBy, correction.AnnouncedAt);
            }
        }
    }

    private static string Or(string reason) => reason.Length > 0 ? reason : "—";
}
