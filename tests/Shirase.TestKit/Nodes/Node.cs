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

    /// <summary>Starts a node in production and waits until it answers; throws <see cref="NodeRefusedException"/> when it will not.</summary>
    /// <param name="settings">Further settings, such as <c>Jobs:Lease</c>; null takes one away that is set here.</param>
    public static async Task<Node> StartAsync(TestStore store, IReadOnlyDictionary<string, string?> settings, CancellationToken ct)
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
        start.Environment["Channels__Website__BaseAddress"] = "https://shirase.example.jp/";
        foreach (var (key, value) in store.Settings.Concat(settings))
        {
            var name = key.Replace(":", "__", StringComparison.Ordinal);
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }

        var node = new Node(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
        await node.WaitUntilListeningAsync(ct);
        return node;
    }

    /// <summary>SIGKILL: no goodbye, no flush.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, as systemd and containers end a process; waits for its end and tells its exit code.</summary>
    public async Task<int> TerminateAsync(CancellationToken ct)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(ct);
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

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

        var error = await _process.StandardError.ReadToEndAsync(ct);
        await _process.WaitForExitAsync(ct);
        throw new NodeRefusedException(_process.ExitCode, error, string.Join('\n', said));
    }
}

/// <summary>The product ended before it listened.</summary>
/// <param name="exitCode">Its exit code.</param>
/// <param name="said">What it wrote to standard error.</param>
/// <param name="log">What it wrote to standard output.</param>
public sealed class NodeRefusedException(int exitCode, string said, string log) : Exception($"The node did not start and ended with {exitCode}: {log}\n{said}")
{
    public int ExitCode => exitCode;

    public string Said => said;
}
