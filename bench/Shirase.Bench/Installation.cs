using System.Diagnostics;
using System.Net;

namespace Shirase.Bench;

/// <summary>The built product as a process of its own, on a database in a folder of its own.</summary>
internal sealed class Installation : IDisposable
{
    private readonly Process _process;

    private Installation(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits for the first page. The folder decides whether the start is the first one or a later one.</summary>
    public static async Task<(Installation Installation, TimeSpan ToFirstPage)> StartAsync(string folder)
    {
        var watch = Stopwatch.StartNew();
        var web = Repository.Folder(Path.Combine("src", "Shirase.Web"));
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = web, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine("bin", Configuration, "net10.0", "Shirase.Web.dll"));
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{port}";
        start.Environment["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder, "bench.db")}";
        // Nothing outside this machine is asked
        start.Environment["Links__Follow"] = "false";
        start.Environment["Keys__Folder"] = Path.Combine(folder, "keys");
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        var address = new Uri($"http://localhost:{port}/sign-in");
        using var handler = new SocketsHttpHandler();
        using var http = new HttpMessageInvoker(handler);
        while (!await AnswersAsync(http, address))
        {
            if (process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException("The product did not answer.");
            }

            await Task.Delay(10);
        }

        return (new Installation(process, address), watch.Elapsed);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpMessageInvoker http, Uri address)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var answer = await http.SendAsync(request, CancellationToken.None);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // The product is measured as it was built beside this program
    private static string Configuration =>
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
