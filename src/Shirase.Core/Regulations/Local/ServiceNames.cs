namespace Shirase.Core.Regulations.Local;

/// <summary>
/// What the service is called on which a document has its body post, such as Ｘ（エックス） and before that ツイッター (gx-0-1). The body changes it
/// without a release; what was filed before keeps the name of then.
/// </summary>
/// <param name="Written">The name as the document's own title has it.</param>
/// <param name="Current">The name at the moment asked for.</param>
/// <param name="Former">The name before that; null where none is known.</param>
public sealed record ServiceNames(string Written, string Current, string? Former)
{
    public const string CurrentId = "service-name";

    public const string FormerId = "former-service-name";

    /// <summary>The names at a moment; null where the document has no such setting.</summary>
    /// <param name="document">The regulation as its file has it.</param>
    /// <param name="rules">All rules of the body under it, ended ones too.</param>
    public static ServiceNames? At(Regulation document, IReadOnlyCollection<EnteredRule> rules, DateTimeOffset moment)
    {
        if (document.Setting(CurrentId) is not { } written)
        {
            return null;
        }

        var names = rules.Where(r => r.Regulation == document.Slug && r.Unit is null && r.Key == $"setting:{CurrentId}" && r.From <= moment).OrderBy(r => r.From).ToList();
        var held = names.LastOrDefault(r => r.HeldAt(moment));
        var former = rules.LastOrDefault(r => r.Regulation == document.Slug && r.Unit is null && r.Key == $"setting:{FormerId}" && r.HeldAt(moment));

        // Whoever changes the present name has said by that what the former one is
        return new(written.Value, held?.Rule.Value ?? written.Value, former?.Rule.Value
            ?? (held is null ? document.Setting(FormerId)?.Value
                : names.TakeWhile(r => r != held).LastOrDefault()?.Rule.Value ?? written.Value));
    }

    /// <summary>The text with the present name where the document's own stands.</summary>
    public string In(string text) => Written.Length == 0 ? text : text.Replace(Written, Current, StringComparison.Ordinal);
}
