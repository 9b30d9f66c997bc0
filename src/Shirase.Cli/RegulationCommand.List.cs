using System.CommandLine;
using Shirase.Core.Regulations;

namespace Shirase.Cli;

public static partial class RegulationCommand
{
    private static Command List(Asked asked)
    {
        var command = new Command("list", "規程とその版の一覧 / Lists the regulations and their versions.");
        command.SetAction(result => WithLibrary(asked, result, WriteList));
        return command;
    }

    private static int WriteList(Inquiry inquiry)
    {
        if (inquiry.AsJson)
        {
            return WriteJson(inquiry.Output, new
            {
                regulations = inquiry.Library.All.Select(r => new
                {
                    regulation = r.Slug,
                    version = r.Version,
                    in_force_from = r.InForceFrom,
                    in_force_to = r.InForceTo,
                    title = r.Title,
                    issuer = r.Issuer,
                    clauses = r.Clauses.Count,
                }),
            });
        }

        foreach (var r in inquiry.Library.All)
        {
            inquiry.Output.WriteLine($"{r.Slug}  {r.Version}  {Period(r)}  {r.Title.In(Language)}  {Say($"{r.Clauses.Count}条項", $"{r.Clauses.Count} clauses")}");
        }

        return ExitCode.Fine;
    }

    private static string Period(Regulation r) => $"{r.InForceFrom:yyyy-MM-dd}–{r.InForceTo:yyyy-MM-dd}";
}
