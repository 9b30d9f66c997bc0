using System.ComponentModel.DataAnnotations;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;

namespace Shirase.Web.Pages.Accounts;

/// <summary>The policy as it is filled in.</summary>
public sealed class PolicyForm
{
    /// <summary>Number of the version that was shown; 0 for none.</summary>
    public int Seen { get; set; }

    [Display(Name = "Policies.Purpose")]
    public string? Purpose { get; set; }

    [Display(Name = "Policies.Contents")]
    public string? Contents { get; set; }

    [Display(Name = "Policies.Responsible")]
    public string? Responsible { get; set; }

    [Display(Name = "Policies.Address")]
    public string? Address { get; set; }

    [Display(Name = "Policies.Page")]
    public string? Page { get; set; }

    [Display(Name = "Policies.From")]
    public TimeOnly? From { get; set; }

    [Display(Name = "Policies.To")]
    public TimeOnly? To { get; set; }

    /// <summary><c>working-days</c> or <c>every-day</c>.</summary>
    [Display(Name = "Policies.Days")]
    public string? Days { get; set; } = "working-days";

    [Display(Name = "Policies.EmergencyCases")]
    public string? EmergencyCases { get; set; }

    [Display(Name = "Policies.Contributions")]
    public string? Contributions { get; set; }

    [Display(Name = "Policies.AnswerDays")]
    public int? AnswerDays { get; set; }

    [Display(Name = "Policies.AnsweredBy")]
    public string? AnsweredBy { get; set; }

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    [Display(Name = "Policies.MayRepost")]
    public string? MayRepost { get; set; } = "no";

    [Display(Name = "Policies.OtherMethods")]
    public string? OtherMethods { get; set; }

    [Display(Name = "Policies.PersonalInformation")]
    public string? PersonalInformation { get; set; }

    [Display(Name = "Policies.Law")]
    public string? Law { get; set; }

    [Display(Name = "Policies.LawUntil")]
    public DateOnly? LawUntil { get; set; }

    [Display(Name = "Policies.LawReason")]
    public string? LawReason { get; set; }

    /// <summary><c>on</c>, <c>off</c> or <c>not-offered</c>.</summary>
    [Display(Name = "Policies.Authentication")]
    public string? Authentication { get; set; }

    [Display(Name = "Policies.AuthenticationReason")]
    public string? AuthenticationReason { get; set; }

    [Display(Name = "Policies.AuthenticationReview")]
    public DateOnly? AuthenticationReview { get; set; }

    [Display(Name = "Policies.Mode")]
    public string? Mode { get; set; }

    [Display(Name = "Policies.Approval")]
    public string? Approval { get; set; }

    [Display(Name = "Policies.UserRules")]
    public string? UserRules { get; set; }

    [Display(Name = "Policies.IntellectualProperty")]
    public string? IntellectualProperty { get; set; }

    [Display(Name = "Policies.Disclaimer")]
    public string? Disclaimer { get; set; }

    /// <summary>Ids of the points that are confirmed.</summary>
    [Display(Name = "Policies.Points")]
    public IList<string> Points { get; set; } = [];

    [Display(Name = "Policies.Why")]
    public string? Why { get; set; }

    public static PolicyForm Of(PublishedPolicy? policy) => policy?.Facts() is not { } f ? new() : new()
    {
        Seen = policy.Number,
        Purpose = f.Purpose,
        Contents = f.Contents,
        Responsible = f.Responsible,
        Address = f.Address,
        Page = f.Page,
        From = f.From,
        To = f.To,
        Days = f.EveryDay ? "every-day" : "working-days",
        EmergencyCases = f.EmergencyCases,
        Contributions = f.Contributions,
        AnswerDays = f.AnswerDays,
        AnsweredBy = f.AnsweredBy,
        MayRepost = f.MayRepost ? "yes" : "no",
        OtherMethods = f.OtherMethods,
        PersonalInformation = f.PersonalInformation,
        Law = f.Law,
        LawUntil = f.LawUntil,
        LawReason = f.LawReason,
        Authentication = f.Authentication,
        AuthenticationReason = f.AuthenticationReason,
        AuthenticationReview = f.AuthenticationReview,
        Mode = f.Mode,
        Approval = f.Approval,
        UserRules = f.UserRules,
        IntellectualProperty = f.IntellectualProperty,
        Disclaimer = f.Disclaimer,
        Points = [.. f.Points.Keys],
    };

    /// <summary>Days of the points are the use case's to set.</summary>
    public PolicyFacts ToFacts() => new()
    {
        Purpose = Text(Purpose),
        Contents = Text(Contents),
        Responsible = Text(Responsible),
        Address = Text(Address),
        Page = Text(Page),
        From = From,
        To = To,
        EveryDay = Days == "every-day",
        EmergencyCases = Text(EmergencyCases),
        Contributions = Text(Contributions),
        AnswerDays = Contributions == "answered" ? AnswerDays : null,
        AnsweredBy = Text(AnsweredBy),
        MayRepost = MayRepost == "yes",
        OtherMethods = Text(OtherMethods),
        PersonalInformation = Text(PersonalInformation),
        Law = Text(Law),
        LawUntil = LawUntil,
        LawReason = Text(LawReason),
        Authentication = Text(Authentication),
        AuthenticationReason = Authentication == "off" ? Text(AuthenticationReason) : "",
        AuthenticationReview = Authentication == "off" ? AuthenticationReview : null,
        Mode = Text(Mode),
        Approval = Text(Approval),
        UserRules = Text(UserRules),
        IntellectualProperty = Text(IntellectualProperty),
        Disclaimer = Text(Disclaimer),
        Points = Points.Distinct(StringComparer.Ordinal).ToDictionary(p => p, _ => DateOnly.MinValue, StringComparer.Ordinal),
    };

    private static string Text(string? text) => ComposedText.Lf(text ?? "").Trim();
}
