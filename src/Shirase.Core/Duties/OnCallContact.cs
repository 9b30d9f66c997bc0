namespace Shirase.Core.Duties;

/// <summary>Somebody to be telephoned when something must not wait (緊急連絡先). Personal data: never in logs or journal.</summary>
public sealed class OnCallContact(Guid id, BodyId body, int order, string name, string post, string telephone, string hours)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>1 is called first.</summary>
    public int Order { get; private set; } = order;

    public string Name { get; private set; } = name;

    public string Post { get; private set; } = post;

    public string Telephone { get; private set; } = telephone;

    /// <summary>When to call there, such as 「平日17:15～翌8:30、休日」.</summary>
    public string Hours { get; private set; } = hours;
}
