using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Web.Parts;
using Shirase.Web.Shell;

namespace Shirase.Web.Pages.Shell;

/// <summary>Every part on one page, for those who build pages. Answers in the environment Development only.</summary>
[AllowAnonymous]
public sealed class StyleModel(IHostEnvironment environment) : PageModel
{
    [BindProperty]
    public StyleForm Form { get; set; } = new();

    public static IReadOnlyList<SelectListItem> Units { get; } = [new("前橋警察署", "0101"), new("高崎警察署", "0102")];

    public static IReadOnlyList<ChoiceView> Confirmations { get; } =
    [
        new("personal", "個人情報を含まないことを確認した", "gx-13-3-1"),
        new("secrecy", "捜査に関する情報を含まないことを確認した", "gx-13-3-2", "含むときは、捜査主管課の同意を記録します。"),
    ];

    public static IReadOnlyList<ChoiceView> Paths { get; } = [new("ordinary", "通常"), new("serious", "緊急 10(1)"), new("other", "緊急 10(2)")];

    public static IReadOnlyList<StepView> Steps { get; } =
    [
        new("起案", StepState.Done, "前橋署 11/21 13:02"),
        new("所属長", StepState.Done, "代決 11/21 13:20"),
        new("運用管理者", StepState.Current),
        new("運用責任者", StepState.Ahead),
        new("投稿", StepState.Ahead),
    ];

    public static IReadOnlyList<StepView> OtherSteps { get; } =
        [new("起案", StepState.Editing), new("所属長", StepState.Skipped), new("投稿", StepState.Error)];

    public static IReadOnlyList<SealView> Seals { get; } =
    [
        new("所属長", "群馬太郎", new DateOnly(2026, 11, 21), "代決"),
        new("運用管理者", "前橋花子", new DateOnly(2026, 11, 21)),
        new("運用責任者", null),
        new("広報係員", null),
    ];

    public static IReadOnlyList<CountView> Counts { get; } = [new("文字数（要領）", 141, 140), new("X換算", 251, 280)];

    public static IReadOnlyList<FindingView> Findings { get; } =
    [
        new(Found("length", Effect.Refuse, "gx-13-2-1", "文字数が1字多くなっています。", "本文を1字減らしてください。", null), "Form-Body"),
        new(Found("name", Effect.Warn, "gx-13-3-1", "個人の氏名かもしれません：「山田さん」", null, null), "Form-Body", 0, 4),
        new(Found("url", Effect.Hold, "gx-13-2-3", "リンクが全角で書かれています。", null, "https://example.jp/"), "Form-Body", 5, 4),
    ];

    public static IReadOnlyList<GateView> Gates { get; } =
    [
        new("決裁は この文面に有効", true, "gx-12-3-1"),
        new("管理用端末", false, "gx-14-1-1", "この端末は登録されていません。広報広聴課の端末で操作してください。"),
        new("執務時間内", true, "gx-11-1"),
    ];

    public Frame Frame { get; } = new()
    {
        BodyName = "群馬県警察",
        PersonName = "群馬 太郎",
        RoleName = "前橋警察署 起案者",
        IsDrill = true,
        IsSample = true,
        Stopped = [new("X @gunma_police", new DateTimeOffset(2026, 11, 21, 5, 5, 0, TimeSpan.Zero))],
        Links =
        [
            new("Shell.Nav.Home", "/"), new("Shell.Nav.Applications", "/applications"), new("Shell.Nav.Desk", "/desk"),
            new("Shell.Nav.Cases", "/style"), new("Shell.Nav.People", "/people"), new("Shell.Nav.Settings", "/settings"),
        ],
    };

    public IActionResult OnGet() => environment.IsDevelopment() ? Page() : NotFound();

    public IActionResult OnPost() => environment.IsDevelopment() ? Page() : NotFound();

    private static Finding Found(string rule, Effect effect, string clause, string message, string? remedy, string? mend) => new(
        rule, rule, clause, effect, new Localized(message, message), null, "words", null, remedy is null ? null : new Localized(remedy, remedy), mend);
}

/// <summary>A form with every kind of field.</summary>
public sealed class StyleForm
{
    [Required]
    [StringLength(20)]
    [Display(Name = "Fields.Subject")]
    public string? Subject { get; set; } = "特殊詐欺に注意";

    [Required]
    [Display(Name = "Fields.Body")]
    public string? Body { get; set; } = "山田さんをかたる電話が増えています。";

    [Display(Name = "Fields.Day")]
    public DateOnly? Day { get; set; } = new DateOnly(2026, 11, 28);

    [Display(Name = "Fields.Time")]
    public TimeOnly? Time { get; set; } = new TimeOnly(10, 0);

    public string? Unit { get; set; } = "0102";

    public IReadOnlyList<string> Confirmed { get; set; } = ["personal"];

    public string? Path { get; set; } = "ordinary";
}
