using Xunit;

namespace Shirase.Journeys.Browsing;

/// <summary>A story of the sample police in the browser; each one begins on Thursday 11 June 2026, 10:00.</summary>
public abstract class Journey(JourneyApp app, Chromium browser) : IClassFixture<JourneyApp>, IAsyncLifetime
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected JourneyApp App => app;

    protected Chromium Browser => browser;

    public ValueTask InitializeAsync()
    {
        app.Clock.SetJapan(2026, 6, 11);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
