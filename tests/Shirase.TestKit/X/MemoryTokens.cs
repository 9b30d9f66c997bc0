using System.Collections.Concurrent;
using Shirase.Core;
using Shirase.Core.Channels;

namespace Shirase.TestKit.X;

/// <summary>Tokens in memory, for tests of the channel alone. The product's own stand in the database.</summary>
public sealed class MemoryTokens : IPlatformTokens
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Row> _rows = [];

    /// <summary>A new grant with this pair; its secret is what an account carries.</summary>
    public string Add(TokenPair pair)
    {
        var grant = Guid.NewGuid();
        lock (_lock)
        {
            _rows[grant] = new() { Pair = pair };
        }

        return GrantSecret.Of(grant);
    }

    public Task<StoredTokens?> ReadAsync(BodyId body, Guid grant, CancellationToken ct)
    {
        lock (_lock)
        {
            return Task.FromResult(_rows.TryGetValue(grant, out var row) ? new StoredTokens(row.Pair, row.Version, row.HasEnded) : null);
        }
    }

    public Task<int?> TakeTurnAsync(BodyId body, Guid grant, int version, CancellationToken ct)
    {
        lock (_lock)
        {
            var row = _rows[grant];
            if (row.Version != version || row.IsTaken || row.HasEnded)
            {
                return Task.FromResult<int?>(null);
            }

            row.IsTaken = true;
            return Task.FromResult<int?>(++row.Fence);
        }
    }

    public Task<bool> KeepAsync(BodyId body, Guid grant, int version, TokenPair pair, CancellationToken ct)
    {
        lock (_lock)
        {
            var row = _rows[grant];
            if (row.Version != version)
            {
                return Task.FromResult(false);
            }

            (row.Pair, row.Version, row.IsTaken, row.HasEnded) = (pair, version + 1, false, false);
            return Task.FromResult(true);
        }
    }

    public Task GiveBackAsync(BodyId body, Guid grant, int fence, CancellationToken ct)
    {
        lock (_lock)
        {
            _rows[grant].IsTaken = false;
        }

        return Task.CompletedTask;
    }

    public Task EndAsync(BodyId body, Guid grant, int version, int fence, CancellationToken ct)
    {
        lock (_lock)
        {
            (_rows[grant].HasEnded, _rows[grant].IsTaken) = (true, false);
        }

        return Task.CompletedTask;
    }

    private sealed class Row
    {
        public required TokenPair Pair { get; set; }

        public int Version { get; set; } = 1;

        public int Fence { get; set; }

        public bool IsTaken { get; set; }

        public bool HasEnded { get; set; }
    }
}

/// <summary>Remembers every call that was counted.</summary>
public sealed class MemoryMeter : IAccountMeter
{
    private readonly ConcurrentQueue<PlatformCall> _calls = new();

    public IReadOnlyList<PlatformCall> Calls => [.. _calls];

    public Task NoteAsync(PlatformCall call, CancellationToken ct)
    {
        _calls.Enqueue(call);
        return Task.CompletedTask;
    }
}
