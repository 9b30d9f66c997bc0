using Shirase.Core.Channels;

namespace Shirase.Channels.X;

/// <summary>What a call is signed with.</summary>
internal abstract record XKey
{
    private XKey()
    {
    }

    /// <summary>An access token of OAuth 2.</summary>
    public sealed record Bearer(string Token) : XKey
    {
        public override string ToString() => nameof(Bearer);
    }

    /// <summary>The four keys of OAuth 1.0a; every call is signed anew.</summary>
    public sealed record Signed(FourKeys Keys) : XKey
    {
        public override string ToString() => nameof(Signed);
    }

    /// <summary>The app itself, for the address of tokens.</summary>
    public sealed record App : XKey;
}
