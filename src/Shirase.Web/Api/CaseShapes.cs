using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Web.Posts;

namespace Shirase.Web.Api;

/// <summary>A member of staff.</summary>
public sealed record PersonShape(Guid Id, string Name);

/// <summary>One line of the course of a case.</summary>
public sealed record DecisionShape(
    Guid Id, string Step, Verb Verb, PersonShape By, string Role, bool IsProxy, DateTimeOffset At, int Version, string Hash, string Opinion, string ReasonCode, string? Clause, bool IsUnsettled,
    string? ProposedSubject, string? ProposedBody);

/// <summary>A sentence that somebody has to confirm, and who did so for exactly this content.</summary>
public sealed record AttestationShape(string Id, string Step, string Statement, string Clause, bool OtherThanAuthor, PersonShape? ConfirmedBy, DateTimeOffset? ConfirmedAt);

/// <summary>A question that both sides settle.</summary>
public sealed record ConsultationShape(Guid Id, string Question, string Outcome, bool IsOpen, DateTimeOffset OpenedAt);

/// <summary>One publication to one account.</summary>
/// <param name="Text">The exact text that goes or went out.</param>
/// <param name="Trouble">Why it is held or refused; empty where nothing is wrong.</param>
public sealed record DeliveryShape(
    Guid Id, Guid Case, Guid Account, string Channel, bool IsDrill, int Version, string Hash, DeliveryState State, Guid OrderedBy, DateTimeOffset OrderedAt, DateTimeOffset DueAt, string Text,
    string Address, DateTimeOffset? PublishedAt, DateTimeOffset? ReadBackAt, bool? ReadBackMatches, DateTimeOffset? RemovedAt, string Trouble)
{
    public static DeliveryShape Of(PostDelivery d, string language) => new(
        d.Id.Value, d.Application.Value, d.Account.Value, d.Channel, d.IsDrill, d.Version, d.ContentHash, d.State, d.OrderedBy.Value, d.OrderedAt, d.DueAt, d.OutgoingText,
        d.Address, d.PublishedAt, d.ReadBackAt, d.ReadBackAt is null ? null : d.ReadBackMatches, d.RemovedAt, d.Trouble.Length == 0 ? "" : d.TroubleText().In(language));
}

/// <summary>A report that something published is wrong.</summary>
public sealed record ErrorReportShape(Guid Id, Guid Case, Guid By, DateTimeOffset At, string Text, DateTimeOffset? AcknowledgedAt, string Outcome, DateTimeOffset? ClosedAt)
{
    public static ErrorReportShape Of(ErrorReport r) => new(r.Id, r.Application.Value, r.By.Value, r.At, r.Text, r.AcknowledgedAt, r.Outcome, r.ClosedAt);
}

/// <summary>A case as the person behind the token may look at it.</summary>
public sealed record CaseShape
{
    public required CaseBrief Case { get; init; }

    public required string Regulation { get; init; }

    public required string RegulationVersion { get; init; }

    public required string Route { get; init; }

    public required PersonShape Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? SubmittedAt { get; init; }

    public required Guid? CorrectionOf { get; init; }

    public required PostBody Content { get; init; }

    /// <summary>The text as it goes out.</summary>
    public required string OutgoingText { get; init; }

    public required IReadOnlyList<int> Versions { get; init; }

    public required IReadOnlyList<DecisionShape> Decisions { get; init; }

    /// <summary>Sentences of the application and of the step where it waits.</summary>
    public required IReadOnlyList<AttestationShape> Attestations { get; init; }

    public required IReadOnlyList<ConsultationShape> Consultations { get; init; }

    public required IReadOnlyList<DeliveryShape> Deliveries { get; init; }

    public required IReadOnlyList<ErrorReportShape> ErrorReports { get; init; }

    public static CaseShape Of(CaseFile file, string language)
    {
        var a = file.Application;
        PersonShape Person(StaffId id) => new(id.Value, file.Names.Name(id).In(language));
        return new()
        {
            Case = CaseBrief.Of(a),
            Regulation = a.Regulation,
            RegulationVersion = a.RegulationVersion,
            Route = a.Route,
            Author = Person(a.Author),
            CreatedAt = a.CreatedAt,
            SubmittedAt = a.SubmittedAt,
            CorrectionOf = a.CorrectionOf?.Value,
            Content = PostBody.Of(file.Content),
            OutgoingText = ComposedText.Of(file.Content, file.Regulation.Composition),
            Versions = [.. a.Versions.Select(v => v.Number).Order()],
            Decisions =
            [
                .. a.Decisions.OrderBy(d => d.Order).Select(d => new DecisionShape(
                    d.Id, d.Step, d.Verb, Person(d.By), d.Role, d.IsProxy, d.At, d.Version, d.ContentHash, d.Opinion, d.ReasonCode, d.Clause, d.IsUnsettled,
                    d.Verb == Verb.ProposeWording ? d.ProposedSubject : null, d.Verb == Verb.ProposeWording ? d.ProposedBody : null)),
            ],
            Attestations =
            [
                .. file.Regulation.Attestations.Where(t => t.Step == "application" || t.Step == a.Step).Select(t =>
                {
                    var given = a.ConfirmationOf(t.Id);
                    return new AttestationShape(t.Id, t.Step, t.Statement.In(language), t.Clause, t.OtherThanAuthor, given is null ? null : Person(given.By), given?.At);
                }),
            ],
            Consultations = [.. a.Consultations.Select(c => new ConsultationShape(c.Id, c.Question, c.Outcome, c.IsOpen, c.OpenedAt))],
            Deliveries = [.. file.Deliveries.Select(d => DeliveryShape.Of(d, language))],
            ErrorReports = [.. file.ErrorReports.Select(ErrorReportShape.Of)],
        };
    }
}
