using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// An image whose alternative text speaks of people that may be known, without a word on their consent (ok-5-2-u-2). Who is shown in an image
/// is known only from its own description.
/// </summary>
internal sealed class PersonsConsentMissing : ICheck
{
    public string Name => "persons-consent-missing";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, true, "Words for people whose consent is needed, such as 児童.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        foreach (var (media, i) in subject.Media.Select((m, i) => (m, i + 1)))
        {
            if (media.PersonsConsent.Trim().Length == 0 && Words.Find(media.Alt, with.List("words")) is [var first, ..])
            {
                var word = first.In(media.Alt);
                yield return new Hit(
                    new($"画像{i}に{word}が写っています。同意の記録がありません。", $"Image {i} shows people ({word}); their consent is not on record."),
                    null,
                    "media",
                    new("写っている人の同意（児童は保護者）を得て記入するか、顔をぼかした画像に替えてそう記入してください。", "Enter the consent of those shown (of the parents for children), or mask the faces and say so."))
                {
                    FieldWords = word,
                };
            }
        }
    }
}
