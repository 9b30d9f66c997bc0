using Shirase.Core.Accounts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

/// <summary>Which classes of content the policy of an account tells the public of: nothing else is posted from it (gx-p-2-2, is-t-1-3-a). Pure.</summary>
public static class PublishedClasses
{
    /// <summary>Ids of the classes that may be chosen under a policy; one of which no block of the regulation speaks is always among them.</summary>
    public static IReadOnlyList<string> Named(Regulation r, PolicyText text) =>
        [.. r.ContentClasses.Select(c => c.Id).Where(id => Unnamed(r, text, id) is null)];

    /// <summary>The block that should name a class of content and the name that is missing, or null.</summary>
    public static (PolicyBlock Block, string Name)? Unnamed(Regulation r, PolicyText text, string? contentClass)
    {
        var name = r.ContentClasses.FirstOrDefault(c => c.Id == contentClass)?.Name.Ja;
        var block = r.Policy?.Blocks.FirstOrDefault(b => PolicyWords.VariablesOf(b.Text).Any(v => v == PolicyOutline.OfClass + contentClass || v == "content-classes"));
        return name is null || block is null || text.Passages.Any(p => PolicyWords.Says(p.Text, name)) ? null : (block, name);
    }
}
