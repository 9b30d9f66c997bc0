using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Whoever quotes the post of somebody else says how its content was verified: from an official account it looks vouched for (ok-5-2-e-1, to-6-1-u).</summary>
internal sealed class QuoteCareNote : ICheck
{
    public string Name => "quote-care";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject is { Kind: PostKind.Repost, Content: { } content } && string.IsNullOrWhiteSpace(content.Care?.Verified))
        {
            yield return new Hit(
                new("引用する投稿の確認方法を記入してください。", "Say how the quoted post was verified."),
                null,
                "verified",
                new("だれに、何で、いつ確かめたかを書いてください。", "With whom, by what and when."));
        }
    }
}

/// <summary>Persons who can be recognised in a quoted post consented to it (ok-5-2-u-2, to-2-3-c).</summary>
internal sealed class QuotePersons : ICheck
{
    public string Name => "quote-persons";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject is { Kind: PostKind.Repost, Content: { } content }
            && content.Care is not ({ Persons: "none" } or { Persons: "consented", Consent.Length: > 0 }))
        {
            yield return new Hit(
                new("投稿に写る人物の同意が記録されていません。", "The consent of the persons shown in the post is not on record."),
                null,
                "persons",
                new("人が分からないことを確かめるか、同意（子どもは保護者）の内容を記入してください。", "Make sure that nobody can be recognised, or enter the consent (of a guardian for children)."));
        }
    }
}
