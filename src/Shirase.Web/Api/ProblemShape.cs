using System.Text.Json.Serialization;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Web.Api;

/// <summary>A refusal as problem details (RFC 9457). Everything but <c>status</c> is in the language of Accept-Language.</summary>
public sealed record ProblemShape
{
    /// <summary>Stable name of the kind of refusal: <c>urn:shirase:problem:</c> and the code.</summary>
    public required string Type { get; init; }

    /// <summary>What kind of answer it is, the same for every refusal of this status.</summary>
    public required string Title { get; init; }

    public required int Status { get; init; }

    /// <summary>What is refused and what to do now.</summary>
    public required string Detail { get; init; }

    /// <summary>Such as <c>TouchedContentCannotDecide</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The clause that refuses, or absent for a rule of the product.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Clause { get; init; }

    /// <summary>The conditions of sending for every account, where the gate refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GateShape>? Gate { get; init; }

    /// <summary>What was found in the text, where that refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FindingShape? Finding { get; init; }
}

/// <summary>The conditions of sending to one account.</summary>
public sealed record GateShape(Guid Account, string Handle, bool IsOpen, IReadOnlyList<GateLineShape> Lines)
{
    public static GateShape Of(Core.Accounts.OfficialAccount account, IReadOnlyList<GateLine> lines, string language) =>
        new(account.Id.Value, account.Handle, lines.All(l => l.Passed), [.. lines.Select(l => GateLineShape.Of(l, language))]);
}

/// <summary>One condition of sending.</summary>
public sealed record GateLineShape(string Gate, string Title, bool Passed, string? Clause, string Detail, string? Mend)
{
    public static GateLineShape Of(GateLine line, string language) =>
        new(line.Gate, line.Title.In(language), line.Passed, line.Clause, line.Detail.In(language), line.Mend?.In(language));
}

/// <summary>Something found in a message, with the words it speaks of (UTF-16 units of the outgoing text).</summary>
/// <param name="Key">Under which a reason for keeping it is given (<c>keptReasons</c>).</param>
public sealed record FindingShape(
    string Key, string Check, string Clause, Effect Effect, string Message, string? Text, int? Start, int? Length, string? Field, string? Remedy)
{
    public static FindingShape Of(Finding f, string language) =>
        new(f.Key, f.Check, f.Clause, f.Effect, f.Message.In(language), f.Text, f.Span?.Start, f.Span?.Length, f.Field, f.Remedy?.In(language));
}
