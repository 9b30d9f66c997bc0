using System.Diagnostics;
using Shirase.TestKit.Storage;

namespace Shirase.TestKit.Nodes;

/// <summary>The product as a process of its own on a store of the tests; it can be killed like a machine that fails.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly Process _process;

    private Node(Process process) => _process = process;

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>What it wrote until it listened.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Starts a node and waits until it answers.</summary>
    /// <param name="settings">Further settings, such as <c>Jobs:Lease</c>.</param>
    public static async Task<Node> StartAsync(TestStore store, IReadOnlyDictionary<string, string> settings, CancellationToken ct)
    {
        var configuration = Environment.GetEnvironmentVariable("SHIRASE_CONFIGURATION") ?? "Debug";
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.Combine(Places.Repository, "src", "Shirase.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine("bin", configuration, "net10.0", "Shirase.Web.dll"));
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Logging__LogLevel__Default"] = "Information";
        foreach (var (key, value) in store.Settings.Concat(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var node = new Node(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
        await node.WaitUntilListeningAsync(ct);
        return node;
    }

    /// <summary>SIGKILL: no goodbye, no flush.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task WaitUntilListeningAsync(CancellationToken ct)
    {
        var said = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            said.Add(line);
            if (line.Contains("Now listening on", StringComparison.Ordinal))
            {
                (Address, Said) = (new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim()), string.Join('\n', said));
                // The pipe must be drained, or a talkative node stands still
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException($"The node did not start: {string.Join('\n', said)}\n{await _process.StandardError.ReadToEndAsync(ct)}");
    }
}
