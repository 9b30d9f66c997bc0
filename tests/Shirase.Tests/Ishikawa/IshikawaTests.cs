using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Ishikawa;

/// <summary>Base of the stories of 石川県警察; the day is Thursday 18 June 2026, 09:30.</summary>
public abstract class IshikawaTests(TestStore store) : IAsyncLifetime
{
    protected IshikawaOffice Office { get; } = new(store);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.Clock.SetJapan(2026, 6, 18, 9, 30);
        await store.SeedAsync(Ct);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs every job that is due.</summary>
    protected Task RunJobsAsync() => new Office(Office.Store).RunJobsAsync();

    protected static void Fine(Refusal? refusal) => TestKit.Posts.Office.Fine(refusal);

    /// <summary>The keys of what the checks of the submission find in a content, with a reason for each.</summary>
    protected static PostContent Justified(PostContent content, params string[] keys)
    {
        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            reasons[key] = "原資料で確認済みのため";
        }

        return content with { KeptReasons = reasons };
    }
}
