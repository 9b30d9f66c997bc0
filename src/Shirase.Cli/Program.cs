using System.CommandLine;
using System.Text;
using Shirase.Cli;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;

// UTF-8 without a byte order mark, whatever the terminal's locale says
Console.SetOut(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)));
Console.SetError(new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true });

var vocabulary = RegulationVocabulary.Of(TextChecks.All, KnownGates.All);
var result = new RootCommand("しらせ / Shirase on the command line")
{
    TextCommand.Create(),
    CheckCommand.Create(vocabulary),
    RegulationCommand.Create(vocabulary),
    RecordsCommand.Create(new Store(vocabulary)),
    PostCommand.Create(new Store(vocabulary)),
    TokenCommand.Create(new Store(vocabulary)),
    AdminCommand.Create(new Store(vocabulary)),
    BackupCommand.Create(new Store(vocabulary)),
    JobsCommand.Create(new Store(vocabulary)),
}.Parse(args);

// Words that cannot be understood are bad input (2); the library would say 1, which here means findings
var code = await result.InvokeAsync();
Console.Out.Flush();
return result.Errors.Count > 0 ? ExitCode.BadInput : code;
