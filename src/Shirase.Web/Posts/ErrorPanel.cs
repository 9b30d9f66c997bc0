using Shirase.Core;
using Shirase.Core.Posts;

namespace Shirase.Web.Posts;

/// <summary>誤り対応: everything about one wrong post as one person may see it, and what he may do about it now.</summary>
public sealed record ErrorPanel
{
    /// <summary>The case, for those who may see it. Everybody else sees what the public sees, and reports.</summary>
    public CaseFile? File { get; init; }

    public required PostApplicationId Id { get; init; }

    /// <summary>Heading: number and title, or the title alone for those who may not see the case.</summary>
    public required string Title { get; init; }

    /// <summary>What stands, or stood, outside; the newest last.</summary>
    public required IReadOnlyList<PostDelivery> Sent { get; init; }

    public required ErrorCourse Course { get; init; }

    public Correction? Correction => Course.Correction;

    /// <summary>The application that corrects it; its words are the unit's own while it is a draft.</summary>
    public PostApplication? Correcting { get; init; }

    /// <summary>The notice as it stands, or would stand, on the website; null without a correction.</summary>
    public string? NoticeText { get; init; }

    /// <summary>Where the notice stands; null before it does.</summary>
    public string? NoticeAddress { get; init; }

    /// <summary>Whoever was told, the newest first.</summary>
    public IReadOnlyList<ToldLine> Told { get; init; } = [];

    /// <summary>Names of the officers who may put the notice on the website.</summary>
    public IReadOnlyList<Localized> Announcers { get; init; } = [];

    public required DateTimeOffset Now { get; init; }

    /// <summary>Names of people who have no line in the case itself.</summary>
    public required CaseNames Names { get; init; }

    public bool IsPrOfficer => File?.IsPrOfficer == true;

    public bool MayRemove => IsPrOfficer && Sent.Any(d => d.State is DeliveryState.Published or DeliveryState.Sending or DeliveryState.Unknown);

    public IReadOnlyList<PostDelivery> Alarming => [.. Sent.Where(d => d.IsAlarming)];

    /// <summary>By hand is offered where the system could not do it, and to whoever has the terminal.</summary>
    public IReadOnlyList<PostDelivery> ByHand => IsPrOfficer ? [.. Alarming.Where(d => d.Trouble.Length > 0)] : [];

    public bool MayWrite => File is { Application.State: ApplicationState.Published or ApplicationState.Removed } f
        && Shirase.Posts.Correcting.MayWrite(f.Open, f.Viewer.Staff) && Correction?.AnnouncedAt is null;

    public bool MayApply => File?.IsOfUnit == true && Correction is not null && Correcting is null or { State: ApplicationState.Rejected or ApplicationState.Withdrawn };

    public bool MayAnnounce => Correction is { AnnouncedAt: null } c && File is { } f
        && Shirase.Posts.Correcting.Announcers(f.Open).Contains(f.Viewer.Staff) && c.WrittenBy != f.Viewer.Staff;

    public bool MayAbandon => MayWrite && Correction is not null && Correcting is null or { State: ApplicationState.Rejected or ApplicationState.Withdrawn };

    public bool MayOpenCorrecting => Correcting is { } a && (a.SubmittedAt is not null || File?.IsOfUnit == true);

    public IReadOnlyList<ErrorReport> OpenReports => [.. Course.Reports.Where(r => r.IsOpen)];
}

/// <summary>A notice of one kind and moment, with all who got it.</summary>
public sealed record ToldLine(string Kind, DateTimeOffset At, IReadOnlyList<(Localized Name, bool HasRead)> People);
