using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>Tells people what happened to a case, in the transaction in which it happened; so nobody is told too late.</summary>
public sealed class Notices(ShiraseDb db)
{
    /// <summary>Holders and deputies of the roles that may act in a step.</summary>
    public static IEnumerable<StaffId> ActorsOf(OpenCase open, RouteStep step) =>
        step.AllOf is null
            ? open.Roster.RolesOf(open.Regulation.Slug, step, open.Unit.Id).SelectMany(role => RoleOf(open, role, step.Deputies))
            : open.Application.OpenUnits(step).SelectMany(u => step.Roles.SelectMany(role => HeadsOf(open, role, u, step.Deputies)));

    private static IEnumerable<StaffId> HeadsOf(OpenCase open, string role, UnitId unit, bool deputies)
    {
        var holders = open.Roster.HoldersOf(open.Regulation.Slug, role, unit);
        return deputies ? holders.Concat(open.Roster.DeputiesOf(open.Regulation.Slug, role, unit)) : holders;
    }

    /// <summary>Tells the related units that they are consulted, and the head of the applicant's unit that he is passed by (is-2-5-b, is-2-5-c).</summary>
    public void TellConcerned(OpenCase open, Act act)
    {
        if (open.Step is not { ConsultClause: { } clause } step)
        {
            return;
        }

        var subject = open.Application.Current.Content.Title;
        var mark = open.Regulation.Route(open.Application.Route)!.IsUrgent ? new Localized("【緊急】", "URGENT: ") : new Localized("", "");
        Tell(open, act, open.Application.UnitsToConsult().SelectMany(u => open.RelatedStaff[u]), "consultation.asked",
            new($"{mark.Ja}{open.Application.Number}「{subject}」の内容と文面について協議してください。", $"{mark.En}you are consulted on content and wording of {open.Application.Number} \"{subject}\"."), clause);
        if (step.AllOf is null)
        {
            return;
        }

        Tell(open, act, RoleOf(open, "unit-head"), "application.passed-by",
            new($"【緊急】{open.Application.Number}「{subject}」は夜間・休日の手続で関係所属長の承認に回りました。", $"URGENT: {open.Application.Number} \"{subject}\" waits for the heads of the related units."), step.Clause);
    }

    /// <summary>What is told when the platform shows another text than the approved one.</summary>
    public static Localized Differs(OpenCase open) => new(
        $"{open.Application.Number}の掲載された文面が、承認した文面と違います。「直ちに削除」を検討してください。",
        $"{open.Application.Number}: what stands on the platform differs from the approved text. Consider deleting it at once.");

    public static IEnumerable<StaffId> RoleOf(OpenCase open, string role, bool deputies = true)
    {
        var unit = open.Regulation.Role(role)?.IsOfUnit == true ? open.Unit.Id : (UnitId?)null;
        var holders = open.Roster.HoldersOf(open.Regulation.Slug, role, unit);
        return deputies ? holders.Concat(open.Roster.DeputiesOf(open.Regulation.Slug, role, unit)) : holders;
    }

    /// <summary>The applicant's side: who wrote it, who filed it, and the head.</summary>
    public static IEnumerable<StaffId> ApplicantOf(OpenCase open) => WritersOf(open).Concat(RoleOf(open, "unit-head", deputies: false));

    /// <summary>Who began the application and, where a colleague took it over, who filed it.</summary>
    public static IEnumerable<StaffId> WritersOf(OpenCase open) =>
        open.Application.Decisions.Where(d => d.Verb == Verb.Submit).Select(d => d.By).Prepend(open.Application.Author).Distinct();

    /// <summary>Whoever decided on the present text, also by telephone or for somebody absent; and the absent one.</summary>
    public static IEnumerable<StaffId> DecidersOf(OpenCase open) =>
        open.Application.StandingApprovals().SelectMany(d => new StaffId?[] { d.By, d.ActsFor }).OfType<StaffId>();

    public void Tell(OpenCase open, Act act, IEnumerable<StaffId> people, string kind, Localized text, string? clause) =>
        db.Tell(open.Application.Body, people.Where(p => p != act.By), kind, text, clause, act.At, open.Application.Id);

    /// <summary>Tells whoever acts next, once a case has moved.</summary>
    public void TellNext(OpenCase open, Act act)
    {
        if (open.Step is not { } step)
        {
            return;
        }

        var urgent = open.Regulation.Route(open.Application.Route)!.IsUrgent;
        var mark = urgent ? new Localized("【緊急】", "URGENT: ") : new Localized("", "");
        var subject = open.Application.Current.Content.Title;
        Tell(open, act, ActorsOf(open, step), "application.waiting",
            new($"{mark.Ja}{open.Application.Number}「{subject}」が{step.Name.Ja}を待っています。", $"{mark.En}{open.Application.Number} \"{subject}\" waits for: {step.Name.En}."),
            step.Clause);
        if (urgent && step.Kind == StepKind.Examination)
        {
            Tell(open, act, RoleOf(open, "pr-officer"), "application.urgent",
                new($"【緊急】{open.Application.Number}「{subject}」の投稿準備をしてください。", $"URGENT: get ready to publish {open.Application.Number} \"{subject}\"."),
                open.Regulation.ClauseFor("route:urgent") ?? step.Clause);
        }
    }
}
