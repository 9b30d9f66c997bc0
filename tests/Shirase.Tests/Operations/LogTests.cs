using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Operations;

/// <summary>A whole case with everything written down that any category writes at Trace: nothing that people wrote is in it.</summary>
public sealed class LogTests
{
    private const string Token = "planted-token-4711";

    private static readonly string[] Levels = ["Logging:LogLevel:Default", "Logging:LogLevel:Microsoft.AspNetCore", "Logging:LogLevel:Microsoft.EntityFrameworkCore"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_every_log_open_When_a_case_goes_its_way_Then_no_name_text_address_password_or_token_is_in_it()
    {
        using var log = new Kept();
        await using var app = new MeasuredApp(
            Levels.ToDictionary(l => l, _ => (string?)"Trace"), services => services.AddSingleton<ILoggerProvider>(log));
        await app.InitializeAsync();
        await app.WorkAsync();

        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync("/posts/new", Ct);
        var id = author.Hidden("DraftId");
        await author.PostAsync("/posts/new?handler=submit", author.Fields(DraftForm.Complete("鏑川の土手で花を植えます。連絡は広報係まで。", ("Subject", "万場紅葉"), ("Activity", "kureha@example.jp"))), Ct);
        using var head = await app.SignInAsync("negishi", Ct);
        await head.GetAsync($"/posts/{id}/decision", Ct);
        await head.PostAsync($"/posts/{id}/decision?handler=return", new() { ["Form.ReasonCode"] = "secrecy", ["Form.Opinion"] = "万場紅葉の名を消す" }, Ct);
        using var administrator = await app.SignInAsync("horiguchi", Ct);
        var account = await app.Office.DrillAccountAsync();
        await administrator.GetAsync($"/accounts/{account}", Ct);
        await administrator.PostAsync($"/accounts/{account}?handler=connect", new() { ["Form.Channel"] = "bluesky", ["Form.Service"] = "https://nobody.invalid", ["Form.Secret"] = Token }, Ct);
        await administrator.GetAsync($"/records?Filter.Subject={Uri.EscapeDataString("万場紅葉")}", Ct);

        Assert.True(log.Lines.Count > 500, $"Only {log.Lines.Count} lines were written: the levels are not open.");
        Assert.Contains(log.Lines, l => l.StartsWith("Trace", StringComparison.Ordinal));
        string[] planted = [.. MeasuredApp.Planted, Token, Uri.EscapeDataString("万場紅葉")];
        var found = log.Lines.Where(l => planted.Any(p => l.Contains(p, StringComparison.OrdinalIgnoreCase))).Take(5);
        Assert.Equal([], found);
    }

    /// <summary>Every line as text, with the values behind it, its scopes and its exception.</summary>
    private sealed class Kept : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider? _scopes;

        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public void Dispose()
        {
        }

        private static string Values(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values
            ? string.Join(' ', values.Select(v => $"{v.Key}={(v.Value is System.Collections.IEnumerable many and not string ? string.Join(',', many.Cast<object?>()) : v.Value)}"))
            : $"{state}";

        private sealed class Writer(Kept kept, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => kept._scopes?.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var scopes = new List<string>();
                kept._scopes?.ForEachScope((scope, all) => all.Add(Values(scope)), scopes);
                kept.Lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} [{Values(state)}] [{string.Join("; ", scopes)}] {exception}");
            }
        }
    }
}
