using Distribution.Publisher.Offices;

namespace Distribution.Releases.Newsroom;

/// <summary>A public release with whom to ask about it: officers as everybody may see them.</summary>
public sealed record PublicRelease(NewsroomEntry Entry, IReadOnlyList<PressContact> Contacts);
