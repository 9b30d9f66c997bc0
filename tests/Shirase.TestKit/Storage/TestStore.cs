using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.People;
using Shirase.Regulations;
using Shirase.Samples;
using Shirase.Storage;
using Xunit;

namespace Shirase.TestKit.Storage;

/// <summary>
/// A fresh database for one test class, on the provider of the derived class. Write the tests in an abstract class with a
/// <see cref="TestStore"/> and derive it twice, with <see cref="SqliteStore"/> and <see cref="PostgresStore"/> as class fixtures.
/// </summary>
public abstract class TestStore : IAsyncLifetime
{
    private static readonly Lazy<RegulationLibrary> Shipped = new(() =>
    {
        var (library, problems) = RegulationFolder.Load(Places.Regulations, RegulationVocabulary.Of(TextChecks.All, KnownGates.All));
        return problems.Count == 0 ? library : throw new InvalidOperationException(problems[0].ToString());
    });

    private ServiceProvider? _services;

    public TestClock Clock { get; } = new();

    /// <summary>The regulations of the repository.</summary>
    public static RegulationLibrary Regulations => Shipped.Value;

    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public abstract string Provider { get; }

    public abstract string ConnectionString { get; }

    /// <summary>Folder for files of this store; gone with it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("shirase-test-").FullName;

    /// <summary>Further services for all scopes; set it in the constructor of a derived fixture.</summary>
    protected Action<IServiceCollection>? Also { get; set; }

    /// <summary>Why this store cannot be had here, in one sentence; null where it can.</summary>
    public virtual string? Absent => null;

    public IServiceProvider Services
    {
        get
        {
            SkipWhereAbsent();
            return _services ?? throw new InvalidOperationException("The store is not open.");
        }
    }

    /// <summary>Skips the running test by name. A fixture that skips as it opens would fail all its tests instead.</summary>
    public void SkipWhereAbsent() => Assert.SkipWhen(Absent is not null, Absent ?? "");

    public async ValueTask InitializeAsync()
    {
        if (Absent is not null)
        {
            return;
        }

        await CreateAsync();
        _services = Build();
        await using var scope = _services.CreateAsyncScope();
        var refusal = await scope.ServiceProvider.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
        Assert.True(refusal is null, refusal?.Text.Ja);
    }

    /// <summary>Fills the store with the sample installation; a second call does nothing.</summary>
    public Task SeedAsync(CancellationToken ct = default) =>
        InAsync(s => s.GetRequiredService<SampleInstallation>().SeedAsync(new Uri("http://localhost:5080/"), ct));

    /// <summary>A scope as a request has one; <paramref name="body"/> null sees all bodies, as jobs do.</summary>
    public AsyncServiceScope Open(BodyId? body = null)
    {
        var scope = Services.CreateAsyncScope();
        if (body is { } id)
        {
            scope.ServiceProvider.GetRequiredService<CurrentBody>().Is(id);
        }

        return scope;
    }

    /// <summary>Does something in a scope of its own.</summary>
    public async Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> work, BodyId? body = null)
    {
        await using var scope = Open(body);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Calls a use case in a scope of its own.</summary>
    public Task<T> AskAsync<TUseCase, T>(Func<TUseCase, Task<T>> ask, BodyId? body = null)
        where TUseCase : notnull => InAsync(s => ask(s.GetRequiredService<TUseCase>()), body);

    /// <summary>Reads or writes the database in a scope of its own.</summary>
    public Task<T> DbAsync<T>(Func<ShiraseDb, Task<T>> work, BodyId? body = null) => AskAsync(work, body);

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        await DropAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Settings by which another process or a web host finds the same store.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Storage:Provider"] = Provider,
        ["Storage:ConnectionString"] = ConnectionString,
        ["Keys:Folder"] = Path.Combine(Folder, "keys"),
    };

    protected abstract Task CreateAsync();

    protected abstract Task DropAsync();

    private ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Warning))
            .AddSingleton<TimeProvider>(Clock)
            .AddRegulations(_ => Regulations)
            .AddStorage(configuration, Folder)
            .AddRegister()
            .AddAccounts(configuration, Folder);
        Also?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }
}
