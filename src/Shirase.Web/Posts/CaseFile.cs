using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;

namespace Shirase.Web.Posts;

/// <summary>A case as one person may look at it, with everything its pages show.</summary>
public sealed record CaseFile
{
    public required OpenCase Open { get; init; }

    public required SignedIn Viewer { get; init; }

    public required CaseNames Names { get; init; }

    public required IReadOnlyList<PostDelivery> Deliveries { get; init; }

    public required IReadOnlyDictionary<AccountId, OfficialAccount> Accounts { get; init; }

    /// <summary>Versions in force when each delivery went out; nothing for one that did not.</summary>
    public required IReadOnlyDictionary<DeliveryId, AtPosting> AtPosting { get; init; }

    public required IReadOnlyList<ErrorReport> ErrorReports { get; init; }

    /// <summary>What was done about an error in it; nothing has begun where nobody found one.</summary>
    public required ErrorCourse Error { get; init; }

    /// <summary>What it corrects and what corrects it, oldest first.</summary>
    public required IReadOnlyList<CaseLink> Chain { get; init; }

    /// <summary>The registered body whose post it reposts, or whose activity it speaks of; null where there is none.</summary>
    public PublicBody? PublicBody { get; init; }

    public required DateTimeOffset Now { get; init; }

    public PostApplication Application => Open.Application;

    public Regulation Regulation => Open.Regulation;

    public PostContent Content => Application.Current.Content;

    public Seat? Seat => Open.SeatOf(Viewer.Staff);

    public bool IsManager => Open.SeatIn(Viewer.Staff, "operation-manager") is not null;

    public bool IsOfficer => Open.SeatIn(Viewer.Staff, "operation-officer") is not null;

    public bool IsPrOfficer => Open.SeatIn(Viewer.Staff, "pr-officer") is { IsDeputy: false };

    public bool IsOfUnit => Open.IsOfUnit(Viewer.Staff);

    /// <summary>True for the urgent path (gx-10-2-0).</summary>
    public bool IsUrgent => Regulation.Route(Application.Route)?.Grounds.Count > 0;

    /// <summary>The number, or the words for a case that has none yet.</summary>
    public string NumberOr(string none) => Application.Number.Length > 0 ? Application.Number : none;

    /// <summary>Name and class of <see cref="PublicBody"/>: 「前橋市（地方公共団体）」.</summary>
    public Localized? PublicBodyWords => PublicBody is not { } body ? null
        : Regulation.PublicBodyClasses.FirstOrDefault(c => c.Id == body.Class)?.Name is { } kind ? new($"{body.Name}（{kind.Ja}）", $"{body.Name} ({kind.En})")
        : new(body.Name, body.Name);

    /// <summary>Days between sending and the desired day where it was sent on short notice; else null (gx-12-2-2).</summary>
    public int? ShortNoticeDays => Application.ShortNoticeReason.Length > 0
        ? CaseContext.LeadOf(Regulation, Content).DaysAt(Application.DispatchedAt ?? Application.SubmittedAt ?? Now)
        : null;

    public Localized StepName(string step) => Regulation.Route(Application.Route)?.Step(step)?.Name
        ?? Regulation.Routes.Select(r => r.Step(step)).FirstOrDefault(s => s is not null)?.Name
        ?? new("申請", "Application");

    /// <summary>The account under the drill mark when it went, or goes, to the practice timeline.</summary>
    public Localized AccountOf(PostDelivery delivery)
    {
        var name = AccountName(delivery.Account);
        return delivery.IsDrill ? new($"{DrillDelivery.Mark}{name.Ja}", $"[Drill] {name.En}") : name;
    }

    public Localized AccountName(AccountId id) => Accounts.TryGetValue(id, out var a) ? new($"{a.DisplayName} @{a.Handle}", $"{a.DisplayName} @{a.Handle}") : new("—", "—");
}

/// <summary>Another case of the same chain of corrections.</summary>
/// <param name="IsBefore">True for what this case corrects, false for what corrects it.</param>
public sealed record CaseLink(PostApplicationId Id, string Number, string Subject, ApplicationState State, bool IsBefore);
