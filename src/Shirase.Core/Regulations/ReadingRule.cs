using System.Security.Cryptography;
using System.Text;

namespace Shirase.Core.Regulations;

/// <summary>
/// Sentences that everybody who files something reads and confirms, first and again after some months (gx-15-1-1, ok-5-2-0, to-0-2).
/// </summary>
/// <param name="Id">Name in the file; <c>reading:&lt;id&gt;</c> under <c>carried_by</c>.</param>
/// <param name="Clause">The clause that asks for it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Sentences">What is confirmed, sentence by sentence.</param>
/// <param name="Months">How long a confirmation holds.</param>
/// <param name="RemindDays">Days before its end from which the person is asked to renew it.</param>
/// <param name="From">First day on which it is asked for; gives staff time where the program is introduced during a year.</param>
/// <param name="BeforeDrafting">True when nothing is written without it either; false when only filing waits for it.</param>
public sealed record ReadingRule(
    string Id, string Clause, Localized Name, IReadOnlyList<ReadingSentence> Sentences, int Months, int RemindDays, DateOnly From, bool BeforeDrafting)
{
    /// <summary>SHA-256 of what is read; another text has to be confirmed anew (gx-15-1-4).</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Sentences.Select(s => $"{s.Clause} {s.Text.Ja}")))));
}

/// <summary>One sentence with the clause it stands for.</summary>
public sealed record ReadingSentence(string Clause, Localized Text);
