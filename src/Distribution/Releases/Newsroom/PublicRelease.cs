using Distribution.Publisher.Offices;

namespace Distribution.Releases.Newsroom;

/// <summary>A public release with its press contacts as everybody may see them.</summary>
public sealed record PublicRelease(NewsroomEntry Entry, IReadOnlyList<PressContact> Contacts);
