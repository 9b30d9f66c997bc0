using System.Text.Encodings.Web;
using System.Text.Json;
using Shirase.Core.Regulations;

namespace Shirase.Cli;

internal static partial class CheckCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static void WriteJson(TextWriter output, IEnumerable<Checked> results) =>
        output.WriteLine(JsonSerializer.Serialize(
            results.Select(r => new
            {
                r.Message.Id,
                findings = r.Findings.Select(f => new
                {
                    f.Check,
                    f.Rule,
                    f.Clause,
                    effect = EffectName(f.Effect),
                    message = f.Message.Ja,
                    message_en = f.Message.En,
                    f.Text,
                    f.Span?.Start,
                    f.Span?.Length,
                    f.Field,
                    remedy = f.Remedy?.Ja,
                    remedy_en = f.Remedy?.En,
                    f.Mend,
                }),
            }),
            Json));

    private static void WriteText(TextWriter output, IEnumerable<Checked> results)
    {
        var language = RegulationCommand.Language;
        foreach (var (message, findings) in results)
        {
            output.WriteLine(findings.Count > 0
                ? message.Id
                : $"{message.Id}  {RegulationCommand.Say("指摘なし", "nothing found")}");
            foreach (var f in findings)
            {
                var words = f.Text is { Length: > 0 } text ? $" 「{text.ReplaceLineEndings("⏎")}」" : "";
                output.WriteLine($"  {EffectName(f.Effect)}  {f.Clause}  {f.Message.In(language)}{words} {f.Remedy?.In(language)}");
            }
        }
    }

    private static string EffectName(Effect effect) => effect switch
    {
        Effect.Inform => "inform",
        Effect.Attest => "attest",
        Effect.Warn => "warn",
        Effect.Hold => "hold",
        _ => "refuse",
    };
}
