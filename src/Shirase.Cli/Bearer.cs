using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Cli;

/// <summary>
/// Who acts on the command line: the owner of the token in <c>SHIRASE_TOKEN</c> or in a file. Validity, scopes and unit are asked of the same
/// code as over HTTP; a token on the command line itself could be read by everybody on the machine.
/// </summary>
internal sealed class Bearer
{
    public const string Variable = "SHIRASE_TOKEN";

    private readonly Option<string?> _file = new("--token-file") { Description = $"File with the interface token (default: the variable {Variable}).", Recursive = true };

    public Option Option => _file;

    /// <summary>Runs an act as the owner of the token, or says in a sentence why it opens nothing.</summary>
    public async Task<int> ActAsync(ParseResult result, IServiceProvider services, string scope, Func<TokenHolder, Who, Task<int>> act, CancellationToken ct)
    {
        var error = result.InvocationConfiguration.Error;
        var (clear, wrong) = await ReadAsync(result, ct);
        if (wrong is not null)
        {
            await error.WriteLineAsync(wrong);
            return ExitCode.BadInput;
        }

        var opened = await services.GetRequiredService<TokenHolders>().OpenAsync(clear, ct);
        if ((opened.Refusal ?? opened.Value!.RefuseScope(scope)) is { } refusal)
        {
            return Store.Refuse(refusal, error);
        }

        services.GetRequiredService<CurrentBody>().Is(opened.Value!.Person.Body);
        return await act(opened.Value, new Who(opened.Value.Person.Staff, opened.Value.Person.Body));
    }

    private async Task<(string? Clear, string? Wrong)> ReadAsync(ParseResult result, CancellationToken ct)
    {
        if (result.GetValue(_file) is not { } path)
        {
            return (Environment.GetEnvironmentVariable(Variable)?.Trim(), null);
        }

        try
        {
            return ((await File.ReadAllTextAsync(path, ct)).Trim(), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, RegulationCommand.Say($"{path} を読めません。場所と権限を確かめてください。", $"{path} cannot be read; check its place and permissions."));
        }
    }
}
