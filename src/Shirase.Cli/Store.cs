using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Operations.Backups;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Posts;
using Shirase.Regulations;
using Shirase.Storage;

namespace Shirase.Cli;

/// <summary>The database of an installation, as configured for the web server: appsettings.json, environment, or <c>--connection</c>.</summary>
internal sealed class Store
{
    private readonly Option<string?> _connection = new("--connection")
    {
        Description = "Connection string (default: Storage:ConnectionString of appsettings.json or Storage__ConnectionString).",
        Recursive = true,
    };

    private readonly Option<string?> _provider = new("--provider") { Description = "sqlite or postgres.", Recursive = true };

    private readonly Option<string> _content = new("--content")
    {
        Description = "Folder of the installation with appsettings.json and data/ (default: the current folder).",
        DefaultValueFactory = _ => Directory.GetCurrentDirectory(),
        Recursive = true,
    };

    private readonly Option<string> _regulations = RegulationCommand.FolderOption();
    private readonly RegulationVocabulary _vocabulary;

    public Store(RegulationVocabulary vocabulary)
    {
        _provider.AcceptOnlyFromAmong("sqlite", "postgres");
        _vocabulary = vocabulary;
    }

    public IEnumerable<Option> Options => [.. DatabaseOptions, _regulations];

    /// <summary>Without the folder of the regulations, for commands that have it already.</summary>
    public IEnumerable<Option> DatabaseOptions => [_connection, _provider, _content];

    /// <summary>Runs an act with the services of the installation; says in one sentence why the database cannot be used.</summary>
    /// <param name="mayBeEmpty">True where the database need not be there yet.</param>
    public Task<int> WithAsync(ParseResult result, Func<IServiceProvider, Task<int>> act, CancellationToken ct, bool mayBeEmpty = false) =>
        WithAsync(result, act, null, mayBeEmpty, ct);

    /// <summary>The same with the use cases of posts and the channels they look at; what goes out is sent by the server's jobs.</summary>
    public Task<int> WithPostsAsync(ParseResult result, Func<IServiceProvider, Task<int>> act, CancellationToken ct) => WithAsync(
        result, act, services => services.AddSingleton(new Evaluator(TextChecks.All)).AddPosts().AddDrill().AddWebsite().AddBluesky().AddX().AddFacebook().AddMastodon().AddOutbound().AddLinkFollower(), false, ct);

    private Task<int> WithAsync(
        ParseResult result, Func<IServiceProvider, Task<int>> act, Action<IServiceCollection>? also, bool mayBeEmpty, CancellationToken ct)
    {
        var error = result.InvocationConfiguration.Error;
        var (library, problems) = RegulationFolder.Load(result.GetValue(_regulations)!, _vocabulary);
        foreach (var problem in problems)
        {
            error.WriteLine(problem.In(RegulationCommand.Language));
        }

        return problems.Count > 0 ? Task.FromResult(ExitCode.BadInput) : WithAsync(result, library, act, also, mayBeEmpty, ct);
    }

    /// <summary>The same on regulations that were read already.</summary>
    public Task<int> WithAsync(ParseResult result, RegulationLibrary library, Func<IServiceProvider, Task<int>> act, Action<IServiceCollection> also, CancellationToken ct) =>
        WithAsync(result, library, act, also, false, ct);

    private async Task<int> WithAsync(
        ParseResult result, RegulationLibrary library, Func<IServiceProvider, Task<int>> act, Action<IServiceCollection>? also, bool mayBeEmpty, CancellationToken ct)
    {
        var error = result.InvocationConfiguration.Error;
        await using var services = Services(result, library, also);
        await using var scope = services.CreateAsyncScope();
        try
        {
            if (!mayBeEmpty && await scope.ServiceProvider.GetRequiredService<DatabaseStart>().CheckAsync(ct) is { } refusal)
            {
                return Refuse(refusal, error);
            }
        }
        catch (OptionsValidationException e)
        {
            await error.WriteLineAsync(string.Join(Environment.NewLine, e.Failures));
            return ExitCode.BadInput;
        }

        return await act(scope.ServiceProvider);
    }

    /// <summary>Says a refusal on standard error.</summary>
    public static int Refuse(Refusal refusal, TextWriter error)
    {
        error.WriteLine(refusal.Text.In(RegulationCommand.Language));
        return ExitCode.BadInput;
    }

    private ServiceProvider Services(ParseResult result, RegulationLibrary library, Action<IServiceCollection>? also)
    {
        var content = Path.GetFullPath(result.GetValue(_content)!);
        var given = new Dictionary<string, string?>();
        if (result.GetValue(_connection) is { } connection)
        {
            given["Storage:ConnectionString"] = connection;
        }

        if (result.GetValue(_provider) is { } provider)
        {
            given["Storage:Provider"] = provider;
        }

        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(content, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(given)
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddRegulations(_ => library)
            .AddLogging(l => l.ClearProviders())
            .AddStorage(configuration, content)
            .AddRegister()
            .AddAccounts(configuration, content)
            .AddJobLedger()
            .AddBackups();
        services.AddCredentials();
        also?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
