using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Posts;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.People;

/// <summary>定期の確認: what the body's document asks its staff to read and confirm, first and again after some months (gx-15-1-1, ok-5-2-0, to-0-2).</summary>
public sealed class ReadingsModel(KeepReadings keep, SignedInAccessor me, IText text) : PageModel
{
    private (string? Reading, IReadOnlyList<int> Ticked) _typed = (null, []);

    public IReadOnlyList<ReadingState> States { get; private set; } = [];

    /// <summary>Where the person came from, to go on there; a page of ours, or null.</summary>
    public string? Back { get; private set; }

    private Who Who => new(me.Required.Staff, me.Required.Body);

    public bool Ticked(string reading, int sentence) => _typed.Reading == reading && _typed.Ticked.Contains(sentence);

    public Task OnGetAsync(string? back, CancellationToken ct) => ShowAsync(back, ct);

    public async Task<IActionResult> OnPostConfirmAsync(string? reading, List<int> ticked, string? back, CancellationToken ct)
    {
        _typed = (reading, ticked);
        if (await keep.ConfirmAsync(Who, reading, ticked, ct) is { } refusal)
        {
            await ShowAsync(back, ct);
            return this.Refused(refusal);
        }

        return this.Done(text["Readings.Confirmed"], Url.IsLocalUrl(back) ? back! : "/readings");
    }

    private async Task ShowAsync(string? back, CancellationToken ct)
    {
        Back = Url.IsLocalUrl(back) ? back : null;
        States = await keep.StatesAsync(Who.Body, Who.Staff, ct);
    }
}
