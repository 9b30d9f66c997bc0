using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shirase.Accounts;
using Shirase.Channels.X;
using Shirase.Core;
using Shirase.People;
using Shirase.Storage;
using Shirase.TestKit;
using Shirase.TestKit.Storage;
using Shirase.TestKit.X;

namespace Shirase.Tests.Accounts;

/// <summary>The whole product with the test server of X, keeping everything it writes to its log.</summary>
public sealed class XApp : ShiraseApp
{
    private readonly Paper _paper;

    private XApp(XServer server, Paper paper)
        : base(
            new SqliteStore(),
            settings: new Dictionary<string, string?>
            {
                ["Channels:X:Service"] = server.Address.ToString(),
                ["Channels:X:ConsentPage"] = new Uri(server.Address, "/i/oauth2/authorize").ToString(),
                ["Channels:X:ClientId"] = XServer.ClientId,
                ["Channels:X:ClientSecret"] = XServer.ClientSecret,
                ["Logging:LogLevel:Default"] = "Trace",
                ["Jobs:Work"] = "false",
            },
            also: services => services.AddLogging(l => l.AddProvider(paper).SetMinimumLevel(LogLevel.Trace)))
        => (Server, _paper) = (server, paper);

    public XApp()
        : this(XServer.StartAsync().GetAwaiter().GetResult(), new Paper())
    {
    }

    public XServer Server { get; }

    /// <summary>Everything that was written to the log.</summary>
    public string Said => string.Join('\n', _paper.Lines);

    /// <summary>Asks the platform who the account is, as the daily look does.</summary>
    public async Task<string?> AskAsync(AccountId id)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentBody>().Is(Shirase.Samples.SampleCast.Gunma);
        var account = await scope.ServiceProvider.GetRequiredService<ShiraseDb>().Accounts.SingleAsync(a => a.Id == id);
        try
        {
            return await scope.ServiceProvider.GetRequiredService<XChannel>().WhoAmIAsync(scope.ServiceProvider.GetRequiredService<ChannelAccounts>().Open(account), default);
        }
        catch (Core.Channels.ChannelUnreachableException)
        {
            return null;
        }
    }

    /// <summary>Enters an account of the user of the test server; connected by its four keys unless the test leaves that alone.</summary>
    public async Task<AccountId> EnterAsync(XUser user, bool isConnected = true)
    {
        await using var scope = Services.CreateAsyncScope();
        var body = Shirase.Samples.SampleCast.Gunma;
        scope.ServiceProvider.GetRequiredService<CurrentBody>().Is(body);
        var unit = await scope.ServiceProvider.GetRequiredService<ShiraseDb>().Units.Where(u => u.Body == body && u.Code == "pr-division").Select(u => u.Id).SingleAsync();
        var doer = new Doer(body, null, Clock.Now);
        var entered = await scope.ServiceProvider.GetRequiredService<RegisterAccount>().RunAsync(
            doer, new AccountFacts("gunma-police-x", "drill", user.Handle, "試験", unit, new DateOnly(2026, 1, 1)), default);
        if (isConnected)
        {
            var refusal = await scope.ServiceProvider.GetRequiredService<ConnectAccount>().RunAsync(
                doer, entered.Id!.Value, XChannel.ChannelName, user.Account.Service!.ToString(), user.Keys.ToSecret(), default);
            Xunit.Assert.Null(refusal);
        }

        return entered.Id!.Value;
    }

    private sealed class Paper : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
