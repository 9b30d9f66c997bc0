using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>Base of the stories of the sample police; each story class runs on both databases.</summary>
public abstract class OfficeTests(TestStore store) : IAsyncLifetime
{
    protected Office Office { get; } = new(store);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        await store.SeedAsync(Ct);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
