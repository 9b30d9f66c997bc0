using System.CommandLine;
using Shirase.Cli;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;

var vocabulary = RegulationVocabulary.Of(TextChecks.All, KnownGates.All);
var result = new RootCommand("しらせ / Shirase on the command line")
{
    RegulationCommand.Create(vocabulary),
}.Parse(args);

// Words that cannot be understood are bad input (2); the library would say 1, which here means findings
var code = result.Invoke();
return result.Errors.Count > 0 ? RegulationCommand.BadInput : code;
