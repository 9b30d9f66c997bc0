using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Channels;

namespace Shirase.Tests.Duties;

/// <summary>A mail server of the test's own on a free port of this machine: speaks SMTP (RFC 5321) and keeps what it takes.</summary>
public sealed class SmtpReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;

    public SmtpReceiver()
    {
        _listener.Start();
        _work = Task.Run(ListenAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<string> Taken { get; } = [];

    /// <summary>Refuses every receiver for now, as a server in trouble does.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Lets an office send to it.</summary>
    internal void Equip(IServiceCollection services)
    {
        DutyIntents.Equip(services);
        services.AddOfficeMail(o => (o.Host, o.Port, o.From, o.StartTls) = ("127.0.0.1", Port, "shirase@example.lg.jp", false));
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _work;
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await SpeakAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task SpeakAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test ready");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                var letter = new StringBuilder();
                while (await reader.ReadLineAsync(_end.Token) is { } part && part != ".")
                {
                    letter.AppendLine(part);
                }

                lock (Taken)
                {
                    Taken.Add(letter.ToString());
                }

                await writer.WriteLineAsync("250 taken");
            }
            else if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }
            else
            {
                await writer.WriteLineAsync(IsBusy && line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) ? "450 later" : "250 ok");
            }
        }
    }
}
