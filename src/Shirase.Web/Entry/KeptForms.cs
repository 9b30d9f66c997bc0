using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Shirase.Web.Entry;

/// <summary>A form that arrived after its session had ended.</summary>
/// <param name="Address">Path and query it was sent to.</param>
/// <param name="Fields">What was typed and chosen; files are not kept.</param>
/// <param name="At">When it arrived.</param>
/// <param name="By">Whose session had ended: nobody else gets the words back, not on a shared terminal either.</param>
public sealed record KeptForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, DateTimeOffset At, Guid By);

/// <summary>Carries such a form through the sign-in in an encrypted field, so that nothing of it lies on the server.</summary>
public sealed class KeptForms(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Longest text in all fields together: 200,000 characters, more than any form of ours takes.</summary>
    public const int Longest = 200_000;

    /// <summary>How long it can be taken up again.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromHours(8);

    private readonly IDataProtector _protector = protection.CreateProtector("Shirase.KeptForms.v2");

    public string Close(KeptForm form) => _protector.Protect(JsonSerializer.Serialize(form));

    /// <summary>The form, or null when the field was altered, is not ours or is too old.</summary>
    public KeptForm? Open(string? carried)
    {
        if (string.IsNullOrEmpty(carried))
        {
            return null;
        }

        try
        {
            var form = JsonSerializer.Deserialize<KeptForm>(_protector.Unprotect(carried));
            return form is not null && clock.GetUtcNow() - form.At <= Limit ? form : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }
}
