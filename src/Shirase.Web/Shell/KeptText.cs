namespace Shirase.Web.Shell;

/// <summary>What a person had typed into a form that could not be taken, so that it can be copied.</summary>
public static class KeptText
{
    // Longest text that is given back; more than any field takes
    private const int Longest = 100_000;

    private static readonly string[] Secret = ["password", "code", "token", "secret", "credential", "__"];

    public static async Task<IReadOnlyList<KeyValuePair<string, string>>> OfAsync(HttpRequest request, CancellationToken ct)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return [];
        }

        try
        {
            var form = await request.ReadFormAsync(ct);
            return [.. form
                .Where(f => !Secret.Any(s => f.Key.Contains(s, StringComparison.OrdinalIgnoreCase)))
                .Select(f => KeyValuePair.Create(f.Key, string.Join('\n', f.Value.OfType<string>()).Replace("\0", "", StringComparison.Ordinal)))
                .Where(f => IsTyped(f.Value))];
        }
        catch (Exception e) when (e is InvalidDataException or IOException or BadHttpRequestException)
        {
            // The form itself cannot be read: there is nothing to give back
            return [];
        }
    }

    // Ticks and keys are chosen again in a second; words are not
    private static bool IsTyped(string value) =>
        value.Length is > 1 and <= Longest && value is not ("true" or "false" or "on") && !Guid.TryParse(value, out _);
}
