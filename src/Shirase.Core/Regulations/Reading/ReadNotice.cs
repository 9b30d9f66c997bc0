namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>notice</c>: number, date and addressees of the covering notice, and what it repeals.</summary>
internal static class ReadNotice
{
    public static RegulationNotice Notice(Section s)
    {
        var notice = new RegulationNotice(
            s.Optional("number"),
            s.Date("date", required: false),
            s.Has("to") ? s.Both("to") : null,
            s.Optional("mark"),
            s.Has("retention") ? s.Both("retention") : null,
            s.Optional("clause") is { } clause ? s.Notes.Cite(clause, "notice:document", s.LineOf("clause")) : null,
            s.Each("repeals", "repeal", Repeal));
        s.Close();
        return notice;
    }

    private static RepealedNotice Repeal(Section s)
    {
        var number = s.Text("number");
        s.Notes.Claim("repeal", number, s.LineOf("number"));
        return new RepealedNotice(
            s.Both("title"),
            number,
            s.Date("date", required: true) ?? DateOnly.MinValue,
            s.Has("regulation") ? s.Id("regulation") : null,
            s.Notes.Cite(s.Text("clause"), "notice:repeals", s.LineOf("clause")));
    }
}
