using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Shirase.Journeys.Browsing;

/// <summary>
/// A person in front of the product. Every page and every opened dialog is looked at by axe; every click, tick, choice and key
/// counts as an interaction, typing does not.
/// </summary>
public sealed class Walker : IAsyncDisposable
{
    private readonly List<string> _wrong = [];
    private readonly bool _scripts;

    private Walker(IPage page, bool scripts)
    {
        (Page, _scripts) = (page, scripts);
        page.PageError += (_, error) => _wrong.Add($"{page.Url}: {error}");
        page.Console += (_, line) =>
        {
            // The address of a refused request stands in the console too; refusals are looked at by the tests themselves
            if (line.Type == "error" && !line.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _wrong.Add($"{page.Url}: {line.Text}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Clicks, ticks, choices and keys since the last <see cref="CountFromHere"/>.</summary>
    public int Interactions { get; private set; }

    /// <summary>Path and query of the page.</summary>
    public string Where => new Uri(Page.Url).PathAndQuery;

    public static async Task<Walker> EnterAsync(Chromium chromium, JourneyApp app, string language = "ja", bool scripts = true)
    {
        var window = await chromium.WindowAsync(language, scripts);
        await window.AddCookiesAsync([new() { Name = "shirase-language", Value = language, Url = app.Address.ToString() }]);
        var page = await window.NewPageAsync();
        await page.GotoAsync(app.Address + "sign-in");
        return new(page, scripts);
    }

    /// <summary>Signs in as a person of the sample.</summary>
    public static async Task<Walker> SignInAsync(Chromium chromium, JourneyApp app, string login, string language = "ja", bool scripts = true)
    {
        var walker = await EnterAsync(chromium, app, language, scripts);
        await walker.LookAsync();
        await walker.PressAsync($"button[name=login][value={login}]");
        walker.CountFromHere();
        return walker;
    }

    public void CountFromHere() => Interactions = 0;

    public ILocator At(string selector) => Page.Locator(selector);

    public async Task<string> ReadAsync(string selector = "main") => await At(selector).First.InnerTextAsync();

    public async Task<bool> HasAsync(string selector) => await At(selector).CountAsync() > 0;

    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(new Uri(new Uri(Page.Url), path).ToString());
        await LookAsync();
    }

    /// <summary>Presses what leads to another page, or to this one again.</summary>
    public Task PressAsync(string selector) => LeavingAsync(() => At(selector).ClickAsync());

    /// <summary>Presses what opens or changes something on this page.</summary>
    public async Task OpenUpAsync(string selector)
    {
        Interactions++;
        await At(selector).ClickAsync();
        await LookAsync();
    }

    /// <summary>A key that leads to another page.</summary>
    public Task KeyAsync(string key) => LeavingAsync(() => Page.Keyboard.PressAsync(key));

    /// <summary>A key that opens or changes something on this page.</summary>
    public async Task KeyHereAsync(string key)
    {
        Interactions++;
        await Page.Keyboard.PressAsync(key);
        await LookAsync();
    }

    public async Task TickAsync(string selector)
    {
        Interactions++;
        await At(selector).CheckAsync();
    }

    public async Task UntickAsync(string selector)
    {
        Interactions++;
        await At(selector).UncheckAsync();
    }

    public async Task ChooseAsync(string selector, string value)
    {
        Interactions++;
        await At(selector).SelectOptionAsync(value);
    }

    public Task TypeAsync(string selector, string words) => At(selector).FillAsync(words);

    /// <summary>Attaches an image to the draft on the page.</summary>
    public async Task AttachAsync(string name, byte[] picture)
    {
        Interactions++;
        await At("#Upload").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = name, MimeType = "image/png", Buffer = picture });
        await PressAsync("[formaction*=attach]");
    }

    /// <summary>axe, with all its rules.</summary>
    public async Task LookAsync()
    {
        // axe is a script itself: without scripts the same pages were looked at on the other journeys
        if (!_scripts)
        {
            return;
        }

        var found = await Page.RunAxe();
        _wrong.AddRange(found.Violations.Select(v => $"{Page.Url}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
    }

    /// <summary>Fails when a page had an accessibility violation, a script's error or something that the security policy stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.True(_wrong.Count == 0, string.Join('\n', _wrong.Distinct()));
    }

    private async Task LeavingAsync(Func<Task> act)
    {
        Interactions++;
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Heard(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Heard;
        try
        {
            await act();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new InvalidOperationException($"No page came at {Page.Url}:\n{await ReadAsync("body")}", e);
        }
        finally
        {
            Page.Load -= Heard;
        }

        await LookAsync();
    }
}
