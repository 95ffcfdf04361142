import type { LocalizedText } from '../../kernel/localized-text.ts';

/** Why a file is not taken, whatever it was meant for. */
export const UPLOAD_REFUSALS = {
  TOO_LARGE: {
    en: 'The file is larger than 10 MB. Choose a smaller one, or take the photo again.',
    'zh-CN': '文件超过 10 MB，请选择较小的文件或重新拍照。',
  },
  TOO_MANY_UPLOADS: {
    en: 'That were many uploads in a short time. Try again in an hour.',
    'zh-CN': '短时间内上传次数过多，请一小时后再试。',
  },
  UNKNOWN_UPLOAD: {
    en: 'There is no such upload of yours any more. Choose the file again.',
    'zh-CN': '该上传已失效，请重新选择文件。',
  },
  NOT_UPLOADED: {
    en: 'The file has not arrived in full. Upload it again.',
    'zh-CN': '文件没有完整上传，请重新上传。',
  },
  BUSY: {
    en: 'The file is being looked into already. Ask again in a minute.',
    'zh-CN': '文件正在检查中，请稍后再试。',
  },
  TRY_LATER: {
    en: 'The file cannot be checked or stored at the moment. Nothing is lost: try again later.',
    'zh-CN': '暂时无法检查或保存文件。请稍后重试，已上传的内容不会丢失。',
  },
  INFECTED: {
    en: 'The virus scanner found something in this file, so it was not kept.',
    'zh-CN': '病毒扫描发现该文件有问题，未予保存。',
  },
  UNSUPPORTED_TYPE: {
    en: 'This is not a JPEG, PNG or WebP picture and not a PDF, whatever it is called.',
    'zh-CN': '无论文件名如何，其内容不是 JPEG、PNG、WebP 图片，也不是 PDF。',
  },
  UNREADABLE_IMAGE: {
    en: 'The picture cannot be read: it is damaged, or of a kind such as HEIC. Save it as JPEG, or take it again.',
    'zh-CN': '图片无法读取：文件已损坏，或为 HEIC 等格式。请另存为 JPEG 或重新拍摄。',
  },
  TOO_MANY_PIXELS: {
    en: 'The picture has more than 40 megapixels. Make it smaller.',
    'zh-CN': '图片超过 4000 万像素，请缩小后再上传。',
  },
  UNREADABLE_PDF: {
    en: 'The PDF is damaged or not complete. Save it again, or take a photo.',
    'zh-CN': 'PDF 已损坏或不完整，请重新保存或拍照。',
  },
} as const satisfies Record<string, LocalizedText>;

export type UploadRefusal = keyof typeof UPLOAD_REFUSALS;
