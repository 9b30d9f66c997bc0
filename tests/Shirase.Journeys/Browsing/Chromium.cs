using Microsoft.Playwright;
using Shirase.Journeys.Browsing;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Shirase.Journeys.Browsing;

/// <summary>One Chromium for all journeys; they are skipped by name where the machine has none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Program() is not { } program)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <summary>A new window of the office's smallest screen, with nothing remembered.</summary>
    /// <param name="scripts">False for a terminal that forbids JavaScript.</param>
    public async Task<IBrowserContext> WindowAsync(string language = "ja", bool scripts = true, int width = 1366, int height = 768)
    {
        Assert.SkipWhen(_browser is null, "Chromium is not installed: ./test installs it.");
        var window = await _browser!.NewContextAsync(new()
        {
            Locale = language == "en" ? "en-GB" : "ja-JP",
            TimezoneId = "Asia/Tokyo",
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = scripts,
        });
        window.SetDefaultTimeout(15_000);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        // Nothing was started where the browser is missing
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Program() =>
        new[] { Environment.GetEnvironmentVariable("SHIRASE_CHROMIUM"), "/usr/bin/chromium" }.FirstOrDefault(File.Exists);
}
