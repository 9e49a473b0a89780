### Every word that people see. Ids are the same in all languages; a section belongs to one room of the code.


## The map's own words (layout, and wherever the map is read out)

phase-pre-purchase = Trước mua
phase-purchase = Trong mua
phase-post-purchase = Sau mua
role-user = người dùng
role-buyer = người mua
role-payer = người trả tiền
role-decider = người quyết định
role-influencer = người ảnh hưởng
line-interaction = Đường tương tác
line-visibility = Đường tầm nhìn
line-internal-interaction = Đường tương tác nội bộ
map-moment-of-truth = Quyết định
map-lowest = Thấp nhất { $value }
map-omtm = Chỉ số quan trọng nhất
map-validated = đã kiểm chứng
map-hypothesis = giả thuyết
map-unknown = chưa biết
map-not-involved = không tham gia
map-no-answer = Chưa có cơ hội
map-estimate = ước tính
map-as-is = Hiện trạng
map-to-be = Tương lai
map-impact-effort = tác động · công sức (1–5)
map-impact-effort-values = TĐ { $impact } · CS { $effort }
map-severity-share = mức nghiêm trọng, % khách gặp phải
map-repeats = khách phải lặp lại
map-legend = Nét liền: đã kiểm chứng, n ≥ 30, khoảng tin cậy 95%. Nét đứt: giả thuyết. Đứt quãng: chưa có dữ liệu hoặc không tham gia.
map-loss-estimate = ước tính theo { $source }: { $first } rời đi sau một lần trải nghiệm tệ, { $second } sau hai đến ba lần

lane-actions = Hành động
lane-touchpoints = Điểm chạm
lane-thoughts = Suy nghĩ
lane-emotion = Cảm xúc
lane-pain-points = Điểm đau
lane-opportunities = Cơ hội
lane-metrics = Chỉ số
lane-expectations = Kỳ vọng
lane-needs = Nhu cầu
lane-quotes = Lời khách nói
lane-text = Ghi chú
lane-images = Hình minh họa
lane-frontstage = Khách nhìn thấy
lane-backstage = Hậu trường
lane-systems = Hệ thống
lane-evidence = Bằng chứng
lane-owners = Phụ trách
lane-time = Thời gian
lane-customers-kept = Khách hàng ở lại
lane-pain-priority = Mức ưu tiên điểm đau


## Channels

channel-store = Cửa hàng
channel-counter = Quầy giao dịch
channel-salesperson = Nhân viên bán hàng
channel-field-visit = Gặp tận nơi
channel-event = Sự kiện
channel-post = Bưu điện
channel-courier = Giao hàng
channel-packaging = Bao bì
channel-kiosk = Ki-ốt tự phục vụ
channel-point-of-sale = Máy POS
channel-call-centre = Tổng đài
channel-hotline = Đường dây nóng
channel-website = Website
channel-mobile-web = Web di động
channel-mobile-app = Ứng dụng
channel-live-chat = Chat trực tuyến
channel-chatbot = Chatbot
channel-email = Email
channel-sms = SMS
channel-messaging-app = Ứng dụng nhắn tin
channel-social-network = Mạng xã hội
channel-livestream = Livestream
channel-search-engine = Công cụ tìm kiếm
channel-advertising = Quảng cáo
channel-video = Video
channel-online-marketplace = Sàn thương mại điện tử
channel-review-site = Trang đánh giá
channel-community = Cộng đồng
channel-e-wallet = Ví điện tử
channel-ar-vr = AR/VR
channel-ai-assistant = Trợ lý AI
channel-self-service-portal = Cổng tự phục vụ
channel-connected-device = Thiết bị kết nối
channel-word-of-mouth = Truyền miệng


## Errors of files


## Faults and advice


## Edits, as undo names them


## Import and export


## The command line


## Commands


## The window


## Insights and plots


