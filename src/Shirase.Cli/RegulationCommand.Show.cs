using System.CommandLine;
using Shirase.Core.Regulations;

namespace Shirase.Cli;

public static partial class RegulationCommand
{
    private static Command Show(Asked asked)
    {
        var slug = new Argument<string>("SLUG") { Description = "Short name of the regulation." };
        var clause = new Argument<string?>("CLAUSE") { Description = "Id of one clause.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("show", "規程又は一つの条項 / Shows a regulation or one clause of it.") { slug, clause };
        command.SetAction(result => WithLibrary(asked, result, inquiry =>
            Latest(inquiry, result.GetValue(slug)!) is not { } regulation ? ExitCode.BadInput
                : result.GetValue(clause) is { } id ? ShowClause(inquiry, regulation, id)
                : ShowAll(inquiry, regulation)));
        return command;
    }

    private static int ShowAll(Inquiry inquiry, Regulation r)
    {
        if (inquiry.AsJson)
        {
            return WriteJson(inquiry.Output, new
            {
                regulation = r.Slug,
                version = r.Version,
                in_force_from = r.InForceFrom,
                in_force_to = r.InForceTo,
                title = r.Title,
                issuer = r.Issuer,
                roles = r.Roles,
                settings = r.Settings,
                routes = r.Routes,
                clauses = r.Clauses,
            });
        }

        var output = inquiry.Output;
        output.WriteLine($"{r.Title.In(Language)}  ({r.Slug} {r.Version}, {Period(r)})");
        output.WriteLine(r.Issuer.In(Language));
        foreach (var route in r.Routes)
        {
            output.WriteLine($"{route.Name.In(Language)}: {string.Join(" → ", route.Steps.Select(s => s.Name.In(Language)))}  [{route.Clause}]");
        }

        foreach (var s in r.Settings)
        {
            output.WriteLine($"{s.Name.In(Language)}: {s.Value} {s.Unit}  [{s.Clause}]{(s.IsDefault ? Say("  規程に定めなし・初期値", "  default, not in the document") : "")}");
        }

        foreach (var c in r.Clauses)
        {
            output.WriteLine($"{c.Id}  {c.Reference}  {c.Gist.In(Language)}");
        }

        return ExitCode.Fine;
    }

    private static int ShowClause(Inquiry inquiry, Regulation r, string id)
    {
        if (r.Clause(id) is not { } clause)
        {
            inquiry.Error.WriteLine(Say(
                $"「{r.Slug}」に条項「{id}」はありません。「regulation show {r.Slug}」で番号を確かめてください。",
                $"\"{r.Slug}\" has no clause \"{id}\". See \"regulation show {r.Slug}\" for the numbers."));
            return ExitCode.BadInput;
        }

        if (inquiry.AsJson)
        {
            return WriteJson(inquiry.Output, clause);
        }

        var output = inquiry.Output;
        output.WriteLine($"{clause.Id}  {clause.Reference}");
        output.WriteLine(clause.Gist.In(Language));
        output.WriteLine(Say("種別：", "Kinds: ") + string.Join(", ", clause.Kinds));
        Line(output, Say("担う仕組み：", "Carried by: "), clause.CarriedBy.Count > 0 ? string.Join(", ", clause.CarriedBy) : null);
        Line(output, Say("予定（残り）の部屋：", "Planned in: "), clause.Planned);
        Line(output, Say("宣言的規定：", "Statement: "), clause.Statement);
        return ExitCode.Fine;
    }

    private static void Line(TextWriter output, string label, string? value)
    {
        if (value is not null)
        {
            output.WriteLine(label + value);
        }
    }
}
