using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Posts;

/// <summary>Everything that still stands against filing, at once, each with the control to go to.</summary>
internal static class FormMissing
{
    public static IReadOnlyList<MissingView> Of(FormView view, IText text)
    {
        var form = view.Form;
        var missing = new List<MissingView>();
        missing.AddRange(DesiredTime.All(view.Content, view.Regulation).Select(r => new MissingView(r.Text, r.Clause, r switch
        {
            AccountNotChosen => "Accounts",
            OutOfHoursNeedsGround => "Ground",
            _ => "DesiredDate-Year",
        })));
        missing.AddRange(view.Checked.Findings.Where(f => f.Finding.Effect == Effect.Refuse)
            .Select(f => new MissingView(f.Finding.Message, f.Finding.Clause, f.ControlId ?? "Body")));
        missing.AddRange(view.Checked.Reasons.Where(k => k.Reason.Length == 0).Select(k => new MissingView(
            Both(text, "Drafting.Missing.Reason", k.Finding.Message), k.Finding.Clause, k.ControlId)));

        var asked = view.Attestations.Where(a => !a.OtherThanAuthor).ToList();
        missing.AddRange(asked.Select((a, i) => (Attestation: a, Id: i == 0 ? "Confirmed" : $"Confirmed-{i}"))
            .Where(a => !form.Confirmed.Contains(a.Attestation.Id) && view.Open?.Application.ConfirmationOf(a.Attestation.Id) is null)
            .Select(a => new MissingView(Both(text, "Drafting.Missing.Tick", a.Attestation.Statement), a.Attestation.Clause, a.Id)));

        var lead = view.Checked.Lead;
        if (lead.NeedsReason && (form.ShortNoticeReason?.Trim().Length ?? 0) < lead.MinReason)
        {
            missing.Add(new(Both(text, "Drafting.Missing.ShortNotice", new($"{lead.MinReason}", $"{lead.MinReason}")), "gx-12-2-2", "ShortNoticeReason"));
        }

        var least = view.Regulation.Number("single-checker-reason-min", 10);
        if (form.AloneOnDuty && (form.AloneReason?.Trim().Length ?? 0) < least)
        {
            missing.Add(new(Both(text, "Drafting.Missing.Alone", new($"{least}", $"{least}")), "gx-13-4-3", "AloneReason"));
        }

        return missing;
    }

    private static Localized Both(IText text, string key, Localized value) => new(
        string.Format(Languages.Culture(Languages.Japanese), text.In(Languages.Japanese, key), value.Ja),
        string.Format(Languages.Culture(Languages.English), text.In(Languages.English, key), value.En));
}
